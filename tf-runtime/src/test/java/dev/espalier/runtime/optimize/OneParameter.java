package dev.espalier.runtime.optimize;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** A graph with one variable, whose gradient and rates are fed. */
final class OneParameter implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Session session = new Session(graph);
  private final Shape shape;
  private final Operand<TFloat32> value;
  private final Placeholder<TFloat32> gradient;
  private final Optimizer optimizer;
  private final List<Placeholder<TFloat32>> rates = new ArrayList<>();
  private final List<Placeholder<TFloat32>> corrections = new ArrayList<>();
  private final Op update;

  OneParameter(Optimizer optimizer, float[] start, boolean decays, double rateScale) {
    this(optimizer, start, decays, rateScale, List.of());
  }

  /**
   * A parameter.
   *
   * @param stackedRows the lengths of those that it stands for, if they are several
   */
  OneParameter(
      Optimizer optimizer,
      float[] start,
      boolean decays,
      double rateScale,
      List<Integer> stackedRows) {
    this.optimizer = optimizer;
    shape = Shape.of(start.length);
    VarHandleOp variable = variable("w", tf.constant(start));
    List<Operand<? extends TType>> slots = new ArrayList<>();
    for (Optimizer.Slot slot : optimizer.slots()) {
      slots.add(variable(slot.name(), tf.fill(tf.constant(shape), tf.constant(slot.initial()))));
    }
    value = tf.readVariableOp(variable, TFloat32.class);
    gradient = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    List<Operand<TFloat32>> scaled = new ArrayList<>();
    for (int i = 0; i < optimizer.rates(1, 1).length; i++) {
      rates.add(tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())));
      scaled.add(tf.math.mul(rates.get(i), tf.constant((float) rateScale)));
    }
    for (int i = 0; i < optimizer.corrections(1).length; i++) {
      corrections.add(tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())));
    }
    update =
        optimizer.apply(
            tf.withControlDependencies(List.of(gradient)),
            new ParameterUpdate(
                variable,
                value,
                slots,
                gradient,
                scaled,
                List.copyOf(corrections),
                decays,
                stackedRows));
  }

  private VarHandleOp variable(String name, Operand<TFloat32> start) {
    VarHandleOp variable = tf.varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name));
    session.runner().addTarget(tf.assignVariableOp(variable, start)).run().close();
    return variable;
  }

  /** An update of the parameter, the first of which is 1. */
  void step(float[] gradients, long step, double learningRate) {
    Session.Runner runner =
        session.runner().feed(gradient, TFloat32.tensorOf(shape, DataBuffers.of(gradients)));
    feed(runner, rates, optimizer.rates(step, learningRate));
    feed(runner, corrections, optimizer.corrections(step));
    runner.addTarget(update).run().close();
  }

  private static void feed(
      Session.Runner runner, List<Placeholder<TFloat32>> points, double[] values) {
    for (int i = 0; i < values.length; i++) {
      runner.feed(points.get(i), TFloat32.scalarOf((float) values[i]));
    }
  }

  float[] value() {
    try (Result result = session.runner().fetch(value).run()) {
      float[] values = new float[Math.toIntExact(shape.size())];
      ((TFloat32) result.get(0)).copyTo(DataBuffers.of(values));
      return values;
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
