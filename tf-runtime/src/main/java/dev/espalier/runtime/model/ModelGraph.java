package dev.espalier.runtime.model;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** What a graph offers to the loop, task by task, in the order of the model's tasks. */
public record ModelGraph(List<TaskGraph> tasks) {

  /**
   * One task.
   *
   * @param loss what is learnt from; empty in a graph for prediction
   * @param logits before the activation: {@code [batch, units]}
   * @param prediction as other tasks' towers take it: probabilities, or standardized values; {@code
   *     [batch, units]}
   * @param outputs what is predicted, in the label's unit, in the order of the prediction's
   *     components: {@code [batch]} or {@code [batch, n]}
   */
  public record TaskGraph(
      Optional<WeightedLosses> loss,
      Operand<TFloat32> logits,
      Operand<TFloat32> prediction,
      List<Operand<TFloat32>> outputs) {}

  /**
   * A task's loss is the sum of {@code losses * weights} over the sum of {@code weights}. The two
   * stay apart because sums add up over accumulated batches and over machines and means don't, and
   * because a task without weight in a batch takes no part in a step.
   *
   * @param losses by example, or by example and element; finite also where the weight is 0
   * @param weights of the same shape
   */
  public record WeightedLosses(Operand<TFloat32> losses, Operand<TFloat32> weights) {}
}
