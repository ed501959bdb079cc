package dev.espalier.runtime.train;

import java.util.BitSet;

/**
 * What a step would find before it updates anything.
 *
 * @param finite whether what it checks is finite: losses and some of the gradients
 * @param tasks those whose losses are not
 */
record StepCheck(boolean finite, BitSet tasks) {

  /** Whether nothing stands in the way of the step. */
  boolean passes() {
    return finite && tasks.isEmpty();
  }
}
