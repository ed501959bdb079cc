package dev.espalier.runtime.step;

import java.util.BitSet;

/**
 * What a step would find before it updates anything.
 *
 * @param finite whether what it checks is finite: losses and some of the gradients
 * @param tasks those whose losses are not
 * @param rows places in the batch whose losses are not, as far as losses are by row
 */
public record StepCheck(boolean finite, BitSet tasks, BitSet rows) {

  /** Whether nothing stands in the way of the step. */
  public boolean passes() {
    return finite && tasks.isEmpty();
  }
}
