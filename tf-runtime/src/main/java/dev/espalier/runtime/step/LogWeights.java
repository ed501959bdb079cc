package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.LogObjective;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The weights of an objective of logarithms in the graph: what {@link LogObjective} computes. */
record LogWeights(Ops tf, TrainingGraph graph) {
  /** Takes the shares of what has no logarithm. */
  private static final float FAR = 1e30f;

  /**
   * The weights of some tasks, {@code [tasks]}.
   *
   * @param means the losses of these tasks, {@code [tasks]}
   * @param logits those of all tasks, {@code [T]}
   * @param power a scalar
   */
  Operand<TFloat32> of(
      LogObjective objective,
      int[] tasks,
      Operand<TFloat32> means,
      Operand<TFloat32> logits,
      Operand<TFloat32> power) {
    Operand<TFloat32> losses = tf.math.mul(means, of(tasks, graph.lossWeights()));
    if (objective.bound() != 0) {
      losses = tf.math.sub(losses, tf.constant((float) objective.bound()));
    }
    Operand<TFloat32> above = tf.nn.relu(losses);
    Operand<TFloat32> there = tf.math.sign(above);
    Operand<TFloat32> divisors = tf.math.add(above, tf.constant((float) objective.margin()));
    Operand<TFloat32> logs = tf.math.log(divisors);
    Operand<TFloat32> exponents = tf.math.add(of(tasks, logits), tf.math.mul(logs, power));
    Operand<TFloat32> absent = tf.math.mul(tf.math.sub(there, tf.constant(1f)), tf.constant(FAR));
    Operand<TFloat32> shares = tf.math.mul(tf.nn.softmax(tf.math.add(exponents, absent)), there);
    Operand<TFloat32> weights = tf.math.div(shares, divisors);
    return tf.math.mul(weights, scale(objective, weights, shares, logs, there));
  }

  private Operand<TFloat32> scale(
      LogObjective objective,
      Operand<TFloat32> weights,
      Operand<TFloat32> shares,
      Operand<TFloat32> logs,
      Operand<TFloat32> there) {
    return switch (objective.scale()) {
      case TASK_COUNT -> total(there);
      case GEOMETRIC_MEAN -> tf.math.exp(total(tf.math.mul(shares, logs)));
      case HARMONIC_MEAN ->
          tf.math.reciprocal(tf.math.maximum(total(weights), tf.constant(1 / FAR)));
    };
  }

  private Operand<TFloat32> total(Operand<TFloat32> values) {
    return tf.sum(values, tf.array(0));
  }

  /** The losses of some tasks in a batch. */
  Operand<TFloat32> means(int[] tasks) {
    List<Operand<TFloat32>> means = new ArrayList<>();
    for (int task : tasks) {
      means.add(graph.losses().of(task).mean());
    }
    return tf.stack(means);
  }

  /** The values of some tasks among those of all. */
  private Operand<TFloat32> of(int[] tasks, Operand<TFloat32> all) {
    return tasks.length == graph.tasks().tasks().size()
        ? all
        : tf.gather(all, tf.constant(tasks), tf.constant(0));
  }
}
