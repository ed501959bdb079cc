package dev.espalier.runtime.train.option;

import dev.espalier.runtime.range.Parameters;

/**
 * What a run does when a loss or a gradient is no finite number any more: {@code
 * builder().onNonFinite(NonFinite.skipBatch(5))}.
 *
 * <p>Such a step changes nothing. Who listens is told the tasks, the step and the rows of its
 * batch, whatever is done.
 */
public sealed interface NonFinite {

  /** Ends the run, which is what happens unless another is chosen. */
  static NonFinite stop() {
    return new StopRun();
  }

  /**
   * Leaves the batch out and goes on with the next; ends the run when that was not enough. For data
   * of which some rows are beyond repair.
   *
   * @param most batches of the run, at least 1
   */
  static NonFinite skipBatch(int most) {
    Parameters.require(most >= 1, "most", "at least 1", most);
    return new SkipBatch(most);
  }

  /**
   * Goes back to the last checkpoint and on from there with a smaller learning rate; ends the run
   * when that was not enough. For runs that diverge. It needs {@link
   * dev.espalier.runtime.train.TrainerBuilder#checkpoints}.
   *
   * @param factor of the rate, above 0 and below 1; multiplied again each time
   * @param most times in the run, at least 1
   */
  static NonFinite goBack(double factor, int most) {
    Parameters.require(factor > 0 && factor < 1, "factor", "above 0 and below 1", factor);
    Parameters.require(most >= 1, "most", "at least 1", most);
    return new GoBack(factor, most);
  }

  /** Whether it is still to be done in a run that has done it so often. */
  boolean holdsAfter(int times);

  /** What is done, as reports say it: {@code the run ends}. */
  String words();

  /** Ends the run. */
  record StopRun() implements NonFinite {
    @Override
    public boolean holdsAfter(int times) {
      return true;
    }

    @Override
    public String words() {
      return "the run ends";
    }
  }

  /** Leaves batches out. */
  record SkipBatch(int most) implements NonFinite {
    @Override
    public boolean holdsAfter(int times) {
      return times < most;
    }

    @Override
    public String words() {
      return "the batch is left out";
    }
  }

  /** Goes back to a checkpoint. */
  record GoBack(double factor, int most) implements NonFinite {
    @Override
    public boolean holdsAfter(int times) {
      return times < most;
    }

    @Override
    public String words() {
      return "the run goes back to its last checkpoint";
    }
  }
}
