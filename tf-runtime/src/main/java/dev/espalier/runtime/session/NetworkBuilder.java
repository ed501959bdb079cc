package dev.espalier.runtime.session;

import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.GraphBuilder;
import dev.espalier.runtime.model.SomeRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * What generated code draws a network on: one each for training, evaluation and prediction, all
 * over the same variables.
 *
 * <p>A network that trained and evaluated, as a fed value says, would cost each training step what
 * it takes to choose.
 */
public final class NetworkBuilder implements GraphBuilder {
  /**
   * What tells the applications of one network apart: {@code @click} in {@code trunk@click.wide}.
   */
  private static final Pattern APPLICATION = Pattern.compile("@[^.]*");

  private final Ops tf;
  private final Use use;
  private final Preprocessing preprocessing;
  private final ExampleInfo info;
  private final FeedPoints feeds;
  private final EncodedInputs inputs;
  private final Leaves leaves;
  private final FeatureInputs features;
  private final LabelInputs labels;
  private final Map<String, Operand<TFloat32>> layers = new LinkedHashMap<>();
  private final Map<Entered, Operand<TFloat32>> entered = new LinkedHashMap<>();
  private final Map<List<String>, SomeRows> someRows = new HashMap<>();
  private final List<StateUpdate> updates = new ArrayList<>();

  /** What a state becomes after a training step. */
  public record StateUpdate(String path, Operand<TFloat32> value) {}

  /** Features by name, with the copy of the tables that they use. */
  record Entered(String tables, List<String> names) {}

  private enum Use {
    TRAINING,
    EVALUATION,
    PREDICTION
  }

  private NetworkBuilder(
      Ops tf,
      Use use,
      Variables variables,
      Preprocessing preprocessing,
      FeedPoints feeds,
      EncodedInputs inputs) {
    this.tf = tf;
    this.use = use;
    this.preprocessing = preprocessing;
    this.info = preprocessing.info();
    this.feeds = feeds;
    this.inputs = inputs;
    this.leaves = new Leaves(tf, variables);
    this.features = new FeatureInputs(tf, preprocessing, inputs, leaves);
    this.labels = new LabelInputs(tf, info, feeds);
  }

  private static NetworkBuilder fed(
      Ops tf, Use use, Variables variables, Preprocessing preprocessing) {
    FeedPoints feeds = new FeedPoints(tf, preprocessing.info());
    return new NetworkBuilder(tf, use, variables, preprocessing, feeds, feeds);
  }

  /** A builder of a network with losses that learns. */
  public static NetworkBuilder training(Ops tf, Variables variables, Preprocessing preprocessing) {
    return fed(tf, Use.TRAINING, variables, preprocessing);
  }

  /** A builder of a network with losses where nothing is random and nothing is learnt. */
  public static NetworkBuilder evaluation(
      Ops tf, Variables variables, Preprocessing preprocessing) {
    return fed(tf, Use.EVALUATION, variables, preprocessing);
  }

  /** A builder of a network without losses, where nothing is random and nothing is learnt. */
  public static NetworkBuilder prediction(
      Ops tf, Variables variables, Preprocessing preprocessing) {
    return fed(tf, Use.PREDICTION, variables, preprocessing);
  }

  /** The same over features that come encoded from elsewhere than placeholders. */
  public static NetworkBuilder prediction(
      Ops tf, Variables variables, Preprocessing preprocessing, EncodedInputs inputs) {
    return new NetworkBuilder(
        tf,
        Use.PREDICTION,
        variables,
        preprocessing,
        new FeedPoints(tf, preprocessing.info()),
        inputs);
  }

  @Override
  public Ops tf() {
    return tf;
  }

  @Override
  public boolean withLosses() {
    return use != Use.PREDICTION;
  }

  @Override
  public boolean training() {
    return use == Use.TRAINING;
  }

  @Override
  public Operand<TFloat32> features(String tables, String... names) {
    Operand<TFloat32> value = features.of(tables, names);
    entered.putIfAbsent(new Entered(tables, List.of(names)), value);
    return value;
  }

  @Override
  public SomeRows withRows(String... names) {
    return someRows.computeIfAbsent(
        List.of(names),
        key -> {
          List<Operand<TFloat32>> there = key.stream().map(features::present).toList();
          Operand<TFloat32> all = there.stream().reduce(tf.math::mul).orElseThrow();
          int first = preprocessing.layout().feature(names[0]);
          return new SomeRowsBuilder(this, inputs.rows(first), all);
        });
  }

  @Override
  public Operand<TFloat32> mask(String feature) {
    return features.mask(feature);
  }

  @Override
  public Operand<TFloat32> parameter(String path) {
    return leaves.value(APPLICATION.matcher(path).replaceFirst(""));
  }

  @Override
  public Operand<TFloat32> state(String path) {
    return leaves.value(path);
  }

  @Override
  public void update(String path, Operand<TFloat32> value) {
    updates.add(new StateUpdate(path, value));
  }

  @Override
  public Operand<TInt64> seed(String path) {
    long[] own = {StableHash.of(path), 0};
    return training() ? tf.math.add(feeds.seed(), tf.constant(own)) : tf.constant(own);
  }

  @Override
  public Operand<TFloat32> label(String task) {
    requireLosses("label", task);
    return labels.label(index(task));
  }

  @Override
  public Operand<TFloat32> weights(String task) {
    requireLosses("weights", task);
    return labels.weights(index(task));
  }

  private void requireLosses(String what, String task) {
    if (!withLosses()) {
      throw new IllegalStateException(
          "A network for prediction has no " + what + " of task `" + task + "`.");
    }
  }

  @Override
  public Operand<TFloat32> balance(String task) {
    int index = index(task);
    return labels.balance(index, preprocessing.balance(index));
  }

  @Override
  public Operand<TFloat32> inLabelUnit(String task, Operand<TFloat32> standardized) {
    int index = index(task);
    double[] mean = preprocessing.labelMean(index);
    double[] deviation = preprocessing.labelDeviation(index);
    Operand<TFloat32> scaled = tf.math.mul(standardized, tf.constant(floats(deviation)));
    return tf.math.add(scaled, tf.constant(floats(mean)));
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private int index(String task) {
    for (int i = 0; i < info.tasks().size(); i++) {
      if (info.tasks().get(i).name().equals(task)) {
        return i;
      }
    }
    throw new IllegalArgumentException("The model has no task `" + task + "`.");
  }

  @Override
  public Operand<TFloat32> layer(String path, Operand<TFloat32> value) {
    layers.put(path, value);
    return value;
  }

  /** What can be looked at, by path. */
  public Map<String, Operand<TFloat32>> layers() {
    return layers;
  }

  /** The features that have entered together. */
  Map<Entered, Operand<TFloat32>> enteredFeatures() {
    return entered;
  }

  /** What states become, in the order of the calls. */
  public List<StateUpdate> updates() {
    return updates;
  }

  /** Whether the network uses a variable. */
  public boolean uses(VariableSpec variable) {
    return leaves.has(variable);
  }

  /** A variable's value before a step. */
  public Operand<TFloat32> value(VariableSpec variable) {
    return leaves.leaf(variable);
  }

  /**
   * The gradients of values with respect to variables that they depend on.
   *
   * @param scope to build them in
   * @param values what is differentiated
   * @param factors of each element of the values, of their shapes
   */
  public List<Operand<TFloat32>> gradients(
      Ops scope,
      List<Operand<TFloat32>> values,
      List<Operand<TFloat32>> factors,
      List<VariableSpec> variables) {
    return gradients(scope, values, factors, variables, List.of());
  }

  /**
   * The same, then the gradients with respect to other values that they depend on.
   *
   * @param others layers of this network
   */
  public List<Operand<TFloat32>> gradients(
      Ops scope,
      List<Operand<TFloat32>> values,
      List<Operand<TFloat32>> factors,
      List<VariableSpec> variables,
      List<Operand<TFloat32>> others) {
    return new LeafGradients(scope, leaves, values, factors, Optional.empty())
        .of(variables, others);
  }

  /**
   * The same, those of tables that are read by rows with respect to the rows that a step touched
   * alone: {@code [n, dimension]}.
   */
  public List<Operand<TFloat32>> gradients(
      Ops scope,
      List<Operand<TFloat32>> values,
      List<Operand<TFloat32>> factors,
      List<VariableSpec> variables,
      List<Operand<TFloat32>> others,
      TouchedRows touched) {
    return new LeafGradients(scope, leaves, values, factors, Optional.of(touched))
        .of(variables, others);
  }

  /** The rows of tables that some values depend on. */
  public TouchedRows touched(Ops scope, List<Operand<TFloat32>> values) {
    return TouchedRows.by(scope, leaves, values);
  }

  /** The values of a table's rows before a step. */
  public Operand<TFloat32> rows(Ops scope, VariableSpec variable, Operand<TInt32> which) {
    return scope.resourceGather(leaves.handle(variable), which, TFloat32.class);
  }

  /** The operations through which the network takes what a variable holds. */
  public List<Operand<TFloat32>> reads(VariableSpec variable) {
    return leaves.reads(variable);
  }

  /** All that some values depend on, the operations that give them included. */
  public Set<GraphOperation> before(List<Operand<TFloat32>> values) {
    return ((Graph) tf.scope().env()).subgraphTo(new HashSet<>(values));
  }
}
