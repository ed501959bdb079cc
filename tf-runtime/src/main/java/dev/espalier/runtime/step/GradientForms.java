package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.GradientForm;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/** Brings gradients into the form that a method wants them in. */
record GradientForms(Ops tf, TrainingGraph graph) {
  private static final float LEAST = 1e-30f;

  /**
   * The gradients of some tasks in a form.
   *
   * @param rows {@code [tasks, parameters]}
   */
  Operand<TFloat32> of(GradientForm form, int[] tasks, Operand<TFloat32> rows) {
    return switch (form) {
      case PLAIN -> rows;
      case LOG_LOSS -> tf.math.div(rows, atLeast(losses(tasks)));
      case UNIT_TIMES_LOSS -> tf.math.mul(rows, tf.math.div(losses(tasks), atLeast(norms(rows))));
    };
  }

  /** The tasks' losses times their weights: {@code [tasks, 1]}. */
  Operand<TFloat32> losses(int[] tasks) {
    List<Operand<TFloat32>> means = new ArrayList<>();
    for (int task : tasks) {
      means.add(graph.losses().of(task).mean());
    }
    Operand<TFloat32> weights = tf.gather(graph.lossWeights(), tf.constant(tasks), tf.constant(0));
    return tf.expandDims(tf.math.mul(tf.stack(means), weights), tf.constant(1));
  }

  private Operand<TFloat32> norms(Operand<TFloat32> rows) {
    return tf.math.sqrt(tf.sum(tf.math.square(rows), tf.array(1), Sum.keepDims(true)));
  }

  private Operand<TFloat32> atLeast(Operand<TFloat32> values) {
    return tf.math.maximum(values, tf.constant(LEAST));
  }
}
