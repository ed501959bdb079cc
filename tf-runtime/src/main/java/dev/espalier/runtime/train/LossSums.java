package dev.espalier.runtime.train;

import dev.espalier.runtime.model.ModelGraph;
import dev.espalier.runtime.model.ModelGraph.WeightedLosses;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** The losses of all tasks as scalars of the graph. */
final class LossSums {
  private final List<Operand<TFloat32>> means = new ArrayList<>();
  private final Operand<TFloat32> stacked;

  LossSums(Ops tf, ModelGraph network) {
    List<Operand<TFloat32>> losses = new ArrayList<>();
    List<Operand<TFloat32>> weights = new ArrayList<>();
    for (ModelGraph.TaskGraph task : network.tasks()) {
      WeightedLosses loss = task.loss().orElseThrow();
      Operand<TFloat32> sum = total(tf, tf.math.mul(loss.losses(), loss.weights()));
      Operand<TFloat32> weight = total(tf, loss.weights());
      losses.add(sum);
      weights.add(weight);
      means.add(mean(tf, sum, weight));
    }
    losses.addAll(weights);
    stacked = tf.stack(losses);
  }

  private static Operand<TFloat32> total(Ops tf, Operand<TFloat32> values) {
    return tf.sum(tf.reshape(values, tf.array(-1)), tf.array(0));
  }

  /** Exactly 0, and so is its gradient, where there is no weight: 0 is divided by 1 there. */
  private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> sum, Operand<TFloat32> weight) {
    Operand<TBool> there = tf.math.greater(weight, tf.constant(0f));
    return tf.math.div(sum, tf.stopGradient(tf.select(there, weight, tf.constant(1f))));
  }

  /** A task's mean loss; 0 without weight. */
  Operand<TFloat32> mean(int task) {
    return means.get(task);
  }

  /** The sums of losses times weights of all tasks, then those of weights: {@code [2 T]}. */
  Operand<TFloat32> stacked() {
    return stacked;
  }
}
