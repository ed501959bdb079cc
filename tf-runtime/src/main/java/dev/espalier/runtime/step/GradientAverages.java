package dev.espalier.runtime.step;

import dev.espalier.runtime.session.VariableSpec;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Moving averages of the tasks' gradients with respect to the shared parameters, a row for each
 * task: {@code tasks x parameters x 4} bytes.
 */
final class GradientAverages {
  private final Ops tf;
  private final KeptVariable kept;
  private final Placeholder<TFloat32> rate;

  GradientAverages(Ops tf, int tasks, List<VariableSpec> shared, KeptVariables all) {
    this.tf = tf;
    int length = shared.stream().mapToInt(VariableSpec::size).sum();
    kept = all.add(tf, "gradient averages", List.of(tasks, length), 0);
    rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
  }

  /** Fed: how far an average goes towards the gradient of a step. */
  Placeholder<TFloat32> rate() {
    return rate;
  }

  /** The averages of some tasks after a step with these gradients. */
  Operand<TFloat32> moved(int[] tasks, Operand<TFloat32> gradients) {
    Operand<TFloat32> old = tf.gather(kept.read(tf), tf.constant(tasks), tf.constant(0));
    return tf.math.add(old, tf.math.mul(tf.math.sub(gradients, old), rate));
  }

  /** Keeps them. */
  Op keep(Op after, int[] tasks, Operand<TFloat32> moved) {
    return tf.withControlDependencies(after)
        .resourceScatterUpdate(kept.handle(), tf.constant(tasks), moved);
  }

  /** Starts with averages of 0. */
  void reset(Session session) {
    KeptVariables.reset(session, List.of(kept));
  }
}
