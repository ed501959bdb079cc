package dev.espalier.runtime.optimize;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * An update of one parameter that no single operation of TensorFlow makes: what changes is computed
 * from what was there, then assigned.
 */
final class ComposedUpdate {
  private final Ops tf;
  private final ParameterUpdate update;
  private final List<Op> assignments = new ArrayList<>();

  ComposedUpdate(Ops tf, ParameterUpdate update) {
    this.tf = tf;
    this.update = update;
  }

  /** What a slot holds before the update. */
  Operand<TFloat32> slot(int index) {
    return tf.readVariableOp(update.slots().get(index), TFloat32.class);
  }

  /** Gives a slot its next value, which has to depend on the one before; gives it back. */
  Operand<TFloat32> keep(int index, Operand<TFloat32> next) {
    assignments.add(tf.assignVariableOp(update.slots().get(index), next));
    return next;
  }

  /** A slot that is a moving average goes on with a value: {@code decay s + (1 - decay) value}. */
  Operand<TFloat32> average(int index, double decay, Operand<TFloat32> value) {
    return keep(index, towards(slot(index), decay, value));
  }

  /** {@code decay from + (1 - decay) value}. */
  Operand<TFloat32> towards(Operand<TFloat32> from, double decay, Operand<TFloat32> value) {
    // 1 - decay is rounded once: in single precision 1 - 0.999 is off by 5e-5.
    Operand<TFloat32> share = tf.constant((float) (1 - decay));
    return tf.math.add(from, tf.math.mul(share, tf.math.sub(value, from)));
  }

  /** The parameter becomes this, and all is done. */
  Op assign(Operand<TFloat32> next) {
    return done(tf.assignVariableOp(update.variable(), next));
  }

  /** This is taken off the parameter, and all is done. */
  Op subtract(Operand<TFloat32> step) {
    return done(tf.assignSubVariableOp(update.variable(), step));
  }

  private Op done(Op last) {
    assignments.add(last);
    return tf.withControlDependencies(assignments).noOp();
  }
}
