package dev.espalier.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * The graph of {@code Wide} as one would write it by hand: a trunk of 256 and 128 units, two heads
 * with 64 hidden units each, mean squared errors, Adam.
 *
 * <p>The learning rate is fed with Adam's corrections in it, which saves variables for the powers
 * of the decays. No variable changes before all gradients are there, which makes steps repeatable
 * and costs no time. Biases by Add were a little faster than by BiasAdd, a batch size in the graph
 * no faster than an open one.
 */
final class HandWrittenNetwork {
  private record Variable(VarHandleOp handle, Operand<TFloat32> value, Shape shape) {}

  private final Ops tf;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Op> initializers = new ArrayList<>();

  final Placeholder<TFloat32> features;
  final Placeholder<TFloat32> first;
  final Placeholder<TFloat32> second;
  final Placeholder<TFloat32> rate;

  /** Both tasks' losses, {@code [2]}. */
  final Operand<TFloat32> losses;

  final Op step;
  final Op initialize;

  HandWrittenNetwork(Graph graph) {
    tf = Ops.create(graph);
    features = placeholder(Shape.of(-1, WideRows.FEATURES));
    first = placeholder(Shape.of(-1, 1));
    second = placeholder(Shape.of(-1, 1));
    rate = placeholder(Shape.scalar());

    Operand<TFloat32> hidden1 = tf.nn.relu(dense("trunk1", features, WideRows.FEATURES, 256));
    Operand<TFloat32> hidden2 = tf.nn.relu(dense("trunk2", hidden1, 256, 128));
    Operand<TFloat32> firstLoss = loss(head("first", hidden2), first);
    Operand<TFloat32> secondLoss = loss(head("second", hidden2), second);

    losses = tf.stack(List.of(firstLoss, secondLoss));
    step = adam(graph, tf.math.add(firstLoss, secondLoss));
    initialize = tf.withControlDependencies(initializers).noOp();
  }

  private Placeholder<TFloat32> placeholder(Shape shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private Operand<TFloat32> head(String name, Operand<TFloat32> trunk) {
    Operand<TFloat32> hidden = tf.nn.relu(dense(name + "Hidden", trunk, 128, 64));
    return dense(name + "Output", hidden, 64, 1);
  }

  private Operand<TFloat32> loss(Operand<TFloat32> output, Operand<TFloat32> label) {
    return tf.math.mean(tf.math.squaredDifference(output, label), tf.constant(new int[] {0, 1}));
  }

  private Operand<TFloat32> dense(String name, Operand<TFloat32> in, int inputs, int units) {
    double limit = Math.sqrt(6.0 / (inputs + units));
    Operand<TFloat32> uniform =
        tf.random.statelessRandomUniform(
            tf.constant(new int[] {inputs, units}),
            tf.constant(new long[] {7, name.hashCode()}),
            TFloat32.class);
    Operand<TFloat32> start =
        tf.math.mul(tf.math.sub(uniform, tf.constant(0.5f)), tf.constant((float) (2 * limit)));
    Operand<TFloat32> kernel = parameter(name + "Kernel", Shape.of(inputs, units), start);
    Operand<TFloat32> bias = parameter(name + "Bias", Shape.of(units), zeros(Shape.of(units)));
    return tf.math.add(tf.linalg.matMul(in, kernel), bias);
  }

  private Operand<TFloat32> parameter(String name, Shape shape, Operand<TFloat32> start) {
    VarHandleOp handle = variable(name, shape, start);
    Operand<TFloat32> value = tf.readVariableOp(handle, TFloat32.class);
    variables.add(new Variable(handle, value, shape));
    return value;
  }

  private VarHandleOp variable(String name, Shape shape, Operand<TFloat32> start) {
    VarHandleOp handle = tf.varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name));
    initializers.add(tf.assignVariableOp(handle, start));
    return handle;
  }

  private Operand<TFloat32> zeros(Shape shape) {
    return tf.zeros(tf.constant(shape), TFloat32.class);
  }

  private Op adam(Graph graph, Operand<TFloat32> loss) {
    Output<?>[] values =
        variables.stream().map(variable -> variable.value().asOutput()).toArray(Output<?>[]::new);
    Output<?>[] gradients = graph.addGradients(loss.asOutput(), values);
    List<Op> all = new ArrayList<>(Arrays.asList(gradients));
    Ops afterGradients = tf.withControlDependencies(all);
    Operand<TFloat32> zero = tf.constant(0f);
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      updates.add(
          afterGradients.train.resourceApplyAdam(
              variable.handle(),
              slot(i, "m"),
              slot(i, "v"),
              zero,
              zero,
              rate,
              tf.constant(0.9f),
              tf.constant(0.999f),
              tf.constant(1e-7f),
              floats(gradients[i])));
    }
    return tf.withControlDependencies(updates).noOp();
  }

  private VarHandleOp slot(int index, String kind) {
    Shape shape = variables.get(index).shape();
    return variable("slot" + index + kind, shape, zeros(shape));
  }

  @SuppressWarnings("unchecked")
  private static Output<TFloat32> floats(Output<? extends TType> gradient) {
    return (Output<TFloat32>) gradient;
  }
}
