package dev.espalier.runtime.train.guard;

/**
 * Where in a run a step is.
 *
 * @param epoch from 1
 * @param step of the epoch, from 1
 * @param steps of the epoch
 * @param ofRun the step's number in the run, from 1
 */
public record Place(int epoch, int step, int steps, long ofRun) {

  /** The part of the epoch that is over with this step. */
  public double part() {
    return (double) step / steps;
  }
}
