package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.SomeRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** A graph builder whose every value is fed: parameters, states, labels and inputs alike. */
final class Probe implements GraphBuilder, AutoCloseable {
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Session session = new Session(graph);
  private final boolean withLosses;
  private final Map<String, Values> values = new LinkedHashMap<>();
  private final Map<String, Placeholder<TFloat32>> placeholders = new LinkedHashMap<>();
  private final Map<String, Placeholder<TInt64>> seeds = new LinkedHashMap<>();
  final Map<String, Operand<TFloat32>> updates = new LinkedHashMap<>();
  private boolean training;
  private long step;

  Probe(boolean withLosses) {
    this.withLosses = withLosses;
  }

  /** Sets what will be fed under a name, before or after the graph is built. */
  Probe with(String name, Values value) {
    values.put(name, value);
    return this;
  }

  /** Whether what is built from now on is for training. */
  Probe train(boolean on) {
    training = on;
    return this;
  }

  Probe step(long newStep) {
    step = newStep;
    return this;
  }

  Values of(String name) {
    return values.get(name);
  }

  /** A value whose first axis is the batch, unknown in the graph. */
  Operand<TFloat32> input(String name) {
    long[] shape = values.get(name).shape().asArray();
    shape[0] = Shape.UNKNOWN_SIZE;
    return placeholder(name, Shape.of(shape));
  }

  private Operand<TFloat32> placeholder(String name, Shape shape) {
    return placeholders.computeIfAbsent(
        name, key -> tf.placeholder(TFloat32.class, Placeholder.shape(shape)));
  }

  float[] run(Operand<TFloat32> y) {
    Session.Runner runner = session.runner();
    placeholders.forEach((name, place) -> runner.feed(place, values.get(name).tensor()));
    seeds.forEach(
        (path, place) -> {
          long[] seed = {step, path.hashCode()};
          runner.feed(place, TInt64.tensorOf(Shape.of(2), DataBuffers.of(seed)));
        });
    // Of its own: what is fed can't be fetched.
    try (Result result = runner.fetch(tf.identity(y)).run();
        TFloat32 tensor = (TFloat32) result.get(0)) {
      float[] data = new float[Math.toIntExact(tensor.size())];
      tensor.copyTo(DataBuffers.of(data));
      return data;
    }
  }

  /** The gradient of the sum of {@code y * upstream} with respect to what is fed under a name. */
  float[] gradient(Operand<TFloat32> y, float[] upstream, String name) {
    Operand<TFloat32> flat = tf.reshape(y, tf.array(-1));
    Operand<TFloat32> sum = tf.sum(tf.math.mul(flat, tf.constant(upstream)), tf.array(0));
    return run(tf.gradients(sum, List.of(placeholders.get(name))).<TFloat32>dy(0));
  }

  @Override
  public Ops tf() {
    return tf;
  }

  @Override
  public boolean withLosses() {
    return withLosses;
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public Operand<TFloat32> features(String tables, String... names) {
    throw new UnsupportedOperationException("No layer asks for features");
  }

  @Override
  public SomeRows withRows(String... features) {
    throw new UnsupportedOperationException("No layer chooses rows");
  }

  @Override
  public Operand<TFloat32> mask(String feature) {
    return input(feature + ".mask");
  }

  @Override
  public Operand<TFloat32> parameter(String path) {
    return placeholder(path, values.get(path).shape());
  }

  @Override
  public Operand<TFloat32> state(String path) {
    return placeholder(path, values.get(path).shape());
  }

  @Override
  public void update(String path, Operand<TFloat32> value) {
    updates.put(path, value);
  }

  @Override
  public Operand<TInt64> seed(String path) {
    return seeds.computeIfAbsent(
        path, key -> tf.placeholder(TInt64.class, Placeholder.shape(Shape.of(2))));
  }

  @Override
  public Operand<TFloat32> label(String task) {
    return input(task + ".label");
  }

  @Override
  public Operand<TFloat32> weights(String task) {
    return input(task + ".weights");
  }

  @Override
  public Operand<TFloat32> balance(String task) {
    return placeholder(task + ".balance", values.get(task + ".balance").shape());
  }

  /** Standard deviation 3 and mean 10, whatever the task. */
  @Override
  public Operand<TFloat32> inLabelUnit(String task, Operand<TFloat32> standardized) {
    return tf.math.add(tf.math.mul(standardized, tf.constant(3f)), tf.constant(10f));
  }

  @Override
  public Operand<TFloat32> layer(String path, Operand<TFloat32> value) {
    return value;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
