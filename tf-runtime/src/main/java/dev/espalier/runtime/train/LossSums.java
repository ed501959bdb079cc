package dev.espalier.runtime.train;

import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelGraph.WeightedLosses;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** The losses of all tasks in the graph: their sums, and how each example counts in the means. */
final class LossSums {
  private final List<OfTask> tasks = new ArrayList<>();
  private final Operand<TFloat32> stacked;

  /**
   * One task's.
   *
   * @param losses by example or element
   * @param shares what each of them counts in the task's mean, of the same shape: its weight over
   *     the sum of weights. All exactly 0 in a batch without weight
   * @param mean the mean loss; 0 in a batch without weight
   */
  record OfTask(Operand<TFloat32> losses, Operand<TFloat32> shares, Operand<TFloat32> mean) {}

  LossSums(Ops tf, ModelGraph network) {
    List<Operand<TFloat32>> sums = new ArrayList<>();
    List<Operand<TFloat32>> weights = new ArrayList<>();
    for (ModelGraph.TaskGraph task : network.tasks()) {
      WeightedLosses loss = task.loss().orElseThrow();
      Operand<TFloat32> sum = total(tf, tf.math.mul(loss.losses(), loss.weights()));
      Operand<TFloat32> weight = total(tf, loss.weights());
      sums.add(sum);
      weights.add(weight);
      Operand<TFloat32> divisor = divisor(tf, weight);
      tasks.add(
          new OfTask(
              loss.losses(), tf.math.div(loss.weights(), divisor), tf.math.div(sum, divisor)));
    }
    sums.addAll(weights);
    stacked = tf.stack(sums);
  }

  private static Operand<TFloat32> total(Ops tf, Operand<TFloat32> values) {
    return tf.sum(tf.reshape(values, tf.array(-1)), tf.array(0));
  }

  /** The sum of weights; 1 instead of 0. */
  private static Operand<TFloat32> divisor(Ops tf, Operand<TFloat32> weight) {
    Operand<TBool> there = tf.math.greater(weight, tf.constant(0f));
    return tf.select(there, weight, tf.constant(1f));
  }

  OfTask of(int task) {
    return tasks.get(task);
  }

  /** The sums of losses times weights of all tasks, then those of weights: {@code [2 T]}. */
  Operand<TFloat32> stacked() {
    return stacked;
  }
}
