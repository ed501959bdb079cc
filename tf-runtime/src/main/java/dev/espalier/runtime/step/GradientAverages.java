package dev.espalier.runtime.step;

import dev.espalier.runtime.session.VariableSpec;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/**
 * Moving averages of the tasks' gradients with respect to the shared parameters, a row for each
 * task: {@code tasks x parameters x 4} bytes.
 */
final class GradientAverages {
  private final Ops tf;
  private final VarHandleOp handle;
  private final Placeholder<TFloat32> rate;
  private final Operation reset;

  GradientAverages(Ops tf, int tasks, List<VariableSpec> shared) {
    this.tf = tf;
    int length = shared.stream().mapToInt(VariableSpec::size).sum();
    handle =
        tf.varHandleOp(
            TFloat32.class, Shape.of(tasks, length), VarHandleOp.sharedName("gradient averages"));
    rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    Operand<TFloat32> zeros = tf.fill(tf.constant(new int[] {tasks, length}), tf.constant(0f));
    reset = tf.assignVariableOp(handle, zeros).op();
  }

  /** Fed: how far an average goes towards the gradient of a step. */
  Placeholder<TFloat32> rate() {
    return rate;
  }

  /** The averages of some tasks after a step with these gradients. */
  Operand<TFloat32> moved(int[] tasks, Operand<TFloat32> gradients) {
    Operand<TFloat32> old =
        tf.gather(tf.readVariableOp(handle, TFloat32.class), tf.constant(tasks), tf.constant(0));
    return tf.math.add(old, tf.math.mul(tf.math.sub(gradients, old), rate));
  }

  /** Keeps them. */
  Op keep(Op after, int[] tasks, Operand<TFloat32> moved) {
    return tf.withControlDependencies(after)
        .resourceScatterUpdate(handle, tf.constant(tasks), moved);
  }

  /** Starts with averages of 0. */
  void reset(Session session) {
    session.runner().addTarget(reset).run().close();
  }
}
