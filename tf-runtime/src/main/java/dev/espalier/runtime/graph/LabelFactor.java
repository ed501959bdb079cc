package dev.espalier.runtime.graph;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.model.GraphBuilder;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Multiplies losses by a factor that the label decides. */
@FunctionalInterface
interface LabelFactor {

  /** Every class counts as it comes. */
  LabelFactor NONE = (g, task, label, losses) -> losses;

  Operand<TFloat32> times(
      GraphBuilder g, String task, Operand<TFloat32> label, Operand<TFloat32> losses);

  /**
   * For losses {@code [batch, labels]}: factors of negative and positive for a single label, of the
   * positives of each label for several.
   */
  static LabelFactor ofLabels(double... factors) {
    if (factors.length == 0) {
      return NONE;
    }
    float[] values = checked(factors);
    return (g, task, label, losses) -> {
      Ops tf = g.tf();
      int labels = Shapes.units(label);
      requireAsMany(task, values, labels == 1 ? 2 : labels);
      return labels == 1
          ? chosen(tf, label, losses, tf.constant(values[0]), tf.constant(values[1]))
          : chosen(tf, label, losses, tf.constant(1f), tf.constant(values));
    };
  }

  /** For losses {@code [batch, labels]}: those that make negatives and positives count alike. */
  static LabelFactor balancedLabels() {
    return (g, task, label, losses) -> {
      List<? extends Operand<TFloat32>> rows = g.tf().unstack(g.balance(task), 2L).output();
      return chosen(g.tf(), label, losses, rows.get(0), rows.get(1));
    };
  }

  /** For losses {@code [batch]} and one-hot labels: a factor for each class. */
  static LabelFactor ofClasses(double... factors) {
    if (factors.length == 0) {
      return NONE;
    }
    float[] values = checked(factors);
    return (g, task, label, losses) -> {
      requireAsMany(task, values, Shapes.units(label));
      return ofClass(g.tf(), label, losses, g.tf().constant(values));
    };
  }

  /** For losses {@code [batch]} and one-hot labels: those that make classes count alike. */
  static LabelFactor balancedClasses() {
    return (g, task, label, losses) -> ofClass(g.tf(), label, losses, g.balance(task));
  }

  private static Operand<TFloat32> chosen(
      Ops tf,
      Operand<TFloat32> label,
      Operand<TFloat32> losses,
      Operand<TFloat32> negative,
      Operand<TFloat32> positive) {
    Operand<TFloat32> gain = tf.math.mul(label, tf.math.sub(positive, negative));
    return tf.math.mul(losses, tf.math.add(gain, negative));
  }

  private static Operand<TFloat32> ofClass(
      Ops tf, Operand<TFloat32> label, Operand<TFloat32> losses, Operand<TFloat32> factors) {
    Operand<TFloat32> own = tf.sum(tf.math.mul(label, factors), tf.constant(new int[] {1}));
    return tf.math.mul(losses, own);
  }

  private static float[] checked(double... factors) {
    float[] values = new float[factors.length];
    for (int i = 0; i < factors.length; i++) {
      if (!(factors[i] >= 0) || Double.isInfinite(factors[i])) {
        throw new EspalierException(
            "Class weights must be finite and at least 0; found " + Arrays.toString(factors) + ".");
      }
      values[i] = (float) factors[i];
    }
    return values;
  }

  private static void requireAsMany(String task, float[] values, int expected) {
    if (values.length != expected) {
      throw new EspalierException(
          "The task "
              + task
              + " needs "
              + expected
              + " class weights; found "
              + Arrays.toString(values)
              + ".");
    }
  }
}
