package dev.espalier.runtime.step;

import dev.espalier.dsl.Certainty;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import dev.espalier.runtime.model.ExampleInfo.Task;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.types.TFloat32;

/** How sure the predictions of a batch are, in the graph. */
record Certainties(Ops tf, TrainingGraph graph) {
  private static final float LEAST = 1e-30f;

  /** Whether a task predicts probabilities. */
  static boolean has(Task task) {
    return !(task.kind() instanceof Kind.Regression || task.kind() instanceof Kind.OneBox);
  }

  /** The mean over the labels that are there; 0 without any. */
  Operand<TFloat32> of(Certainty measure, Task task, int index) {
    Operand<TFloat32> probabilities = graph.tasks().tasks().get(index).prediction();
    boolean yesOrNo = task.kind() instanceof Kind.Binary || task.kind() instanceof Kind.MultiLabel;
    Operand<TFloat32> measured =
        yesOrNo ? ofLabels(measure, probabilities) : ofClasses(measure, probabilities);
    Operand<TFloat32> shares = graph.losses().of(index).shares();
    return tf.sum(tf.math.mul(flat(measured), flat(shares)), tf.array(0));
  }

  private Operand<TFloat32> flat(Operand<TFloat32> values) {
    return tf.reshape(values, tf.array(-1));
  }

  /** Of probabilities of yes, {@code [batch, labels]}: means over the labels. */
  private Operand<TFloat32> ofLabels(Certainty measure, Operand<TFloat32> yes) {
    Operand<TFloat32> no = tf.math.sub(tf.constant(1f), yes);
    Operand<TFloat32> each =
        switch (measure) {
          case CONFIDENCE -> tf.math.maximum(yes, no);
          case ENTROPY ->
              tf.math.mul(
                  tf.math.add(surprise(yes), surprise(no)),
                  tf.constant((float) (-1 / Math.log(2))));
        };
    return tf.math.mean(each, tf.constant(-1));
  }

  /** Of probabilities of classes, on the last axis. */
  private Operand<TFloat32> ofClasses(Certainty measure, Operand<TFloat32> classes) {
    long count = classes.shape().get(classes.shape().numDimensions() - 1);
    return switch (measure) {
      case CONFIDENCE -> tf.reduceMax(classes, tf.constant(-1), ReduceMax.keepDims(false));
      case ENTROPY ->
          tf.math.mul(
              tf.sum(surprise(classes), tf.constant(-1)),
              tf.constant((float) (-1 / Math.log((double) count))));
    };
  }

  /** {@code p log p}, 0 at 0. */
  private Operand<TFloat32> surprise(Operand<TFloat32> p) {
    return tf.math.mul(p, tf.math.log(tf.math.maximum(p, tf.constant(LEAST))));
  }
}
