package dev.espalier.runtime.step;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.AssignVariableOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/** A variable that steps keep for themselves, beside those of the model. */
final class KeptVariable {
  private final Ops tf;
  private final Shape shape;
  private final VarHandleOp handle;
  private final Operation reset;
  private Optional<Access> access = Optional.empty();

  /** What moves all of it; built when it is first asked for, which few runs do. */
  private record Access(
      Placeholder<TFloat32> value, AssignVariableOp assign, Operand<TFloat32> read) {}

  /**
   * A variable without a value yet.
   *
   * @param name its shared name
   * @param initial what every element starts with
   */
  KeptVariable(Ops tf, String name, List<Integer> dimensions, float initial) {
    this.tf = tf;
    this.shape = Shape.of(dimensions.stream().mapToLong(Integer::longValue).toArray());
    this.handle = tf.varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name));
    int[] sizes = dimensions.stream().mapToInt(Integer::intValue).toArray();
    Operand<TFloat32> start = tf.fill(tf.constant(sizes), tf.constant(initial));
    this.reset = tf.assignVariableOp(handle, start).op();
  }

  VarHandleOp handle() {
    return handle;
  }

  /** Gives every element what it starts with. */
  Operation reset() {
    return reset;
  }

  /** Waits for nothing: for values before a step. */
  Operand<TFloat32> read(Ops scope) {
    return scope.readVariableOp(handle, TFloat32.class);
  }

  /** Waits for what the scope says. */
  Op assign(Ops scope, Operand<TFloat32> value) {
    return scope.assignVariableOp(handle, value);
  }

  int size() {
    return Math.toIntExact(shape.size());
  }

  private Access access() {
    if (access.isEmpty()) {
      Placeholder<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
      access = Optional.of(new Access(value, tf.assignVariableOp(handle, value), read(tf)));
    }
    return access.get();
  }

  /** All numbers in row-major order. */
  float[] values(Session session) {
    float[] values = new float[size()];
    try (Result result = session.runner().fetch(access().read()).run()) {
      ((TFloat32) result.get(0)).copyTo(DataBuffers.of(values));
    }
    return values;
  }

  /** Sets all numbers. */
  void assign(Session session, float[] values) {
    try (TFloat32 tensor = TFloat32.tensorOf(shape, DataBuffers.of(values))) {
      session.runner().feed(access().value(), tensor).addTarget(access().assign()).run().close();
    }
  }
}
