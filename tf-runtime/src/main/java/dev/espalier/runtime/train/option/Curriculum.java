package dev.espalier.runtime.train.option;

import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.range.Parameters;
import java.util.function.DoubleUnaryOperator;

/**
 * When a task joins the training, and how its weight rises from then on: {@code
 * builder().curriculum(Curriculum.joins(CensusTask.married).atEpoch(3).rampingOver(2))}.
 *
 * <p>Curricula of examples are by Bengio et al. (ICML 2009); here tasks come one after the other.
 * Before its epoch a task is evaluated and not trained: parameters that it alone reaches stay as
 * they are, and its set of {@link dev.espalier.runtime.data.TaskData} takes no turn. From then on
 * its loss weight is multiplied by a factor that rises step by step, linearly over one epoch unless
 * another length or shape is said, before any balancing method sees the loss. An optimizer that
 * counts updates (Adam) counts those of the parameters at hand, so that a late head starts as an
 * early one. A task that nothing is said of is there from the first epoch on.
 *
 * @param task that joins
 * @param epoch in which it does, from 1
 * @param ramp epochs until its weight is whole, at least 0
 * @param shape what becomes of the part of the ramp that is over, from 0 to 1
 * @param <T> the generated tasks
 */
public record Curriculum<T extends Enum<T> & TaskKey>(
    T task, int epoch, int ramp, DoubleUnaryOperator shape) {

  /** A task of which is to be said when it joins. */
  public static <T extends Enum<T> & TaskKey> Joining<T> joins(T task) {
    return new Joining<>(task);
  }

  /** A task whose epoch is still to be said. */
  public record Joining<T extends Enum<T> & TaskKey>(T task) {

    /** The epoch in which it joins, from 1; its weight rises linearly in the course of it. */
    public Curriculum<T> atEpoch(int epoch) {
      Parameters.require(epoch >= 1, "atEpoch", "at least 1", epoch);
      return new Curriculum<>(task, epoch, 1, DoubleUnaryOperator.identity());
    }
  }

  /** The same, its weight rising over so many epochs, at least 0; with 0 it is whole at once. */
  public Curriculum<T> rampingOver(int epochs) {
    Parameters.require(epochs >= 0, "rampingOver", "at least 0", epochs);
    return new Curriculum<>(task, epoch, epochs, shape);
  }

  /**
   * The same, its weight rising in another shape.
   *
   * @param newShape the factor, at least 0, for the part of the ramp that is over: above 0 in the
   *     first step, 1 in the last and ever after, where it is not asked any more
   */
  public Curriculum<T> shapedBy(DoubleUnaryOperator newShape) {
    return new Curriculum<>(task, epoch, ramp, newShape);
  }

  /**
   * The factor of the task's weight in a step.
   *
   * @param inEpoch from 1
   * @param part of the epoch that is over with this step, up to 1
   */
  public double factor(int inEpoch, double part) {
    double over = inEpoch - epoch + part;
    if (inEpoch < epoch) {
      return 0;
    }
    return over >= ramp ? 1 : shape.applyAsDouble(over / ramp);
  }
}
