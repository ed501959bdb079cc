package dev.espalier.runtime.step;

import dev.espalier.dsl.MgdaNormalization;
import dev.espalier.runtime.balance.RepresentationMixing;
import dev.espalier.runtime.session.SessionRun;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * A step along the mixture of the tasks' gradients whose counterpart on the representation is
 * shortest: a pass back through each task's own part, one through the shared part.
 */
final class RepresentationGraph implements DirectStepGraph {
  private final Ops tf;
  private final TrainingGraph graph;
  private final Representation representation;
  private final int[] tasks;
  private final int[] mixed;
  private final ParameterSteps steps;
  private final List<VariableSpec> learnt = new ArrayList<>();
  private final List<Operand<TFloat32>> gradients = new ArrayList<>();
  private final Operand<TFloat32> products;
  private final Operand<TFloat32> weights;
  private final Operand<TFloat32> checked;
  private final Operation operation;

  RepresentationGraph(Ops tf, TrainingGraph graph, BitSet tasks, RepresentationMixing method) {
    this.tf = tf;
    this.graph = graph;
    this.representation = graph.representation();
    this.tasks = tasks.stream().toArray();
    this.mixed = representation.taking(tasks);
    this.steps = ParameterSteps.of(tf, graph, tasks);
    List<VariableSpec> shared = graph.shared(tasks);
    List<Operand<TFloat32>> rows = rows(shared);
    products = tf.math.addN(rows.stream().map(each -> TaskPasses.products(tf, each)).toList());
    weights = weights(method.normalization());
    learn(shared, representation.whole() ? throughValues(shared, rows) : throughLosses(shared));
    checked = steps.checked(tasks, gradients, List.of());
    operation = steps.step(tasks, learnt, gradients, checked);
  }

  /**
   * For each value the gradients of the tasks that take some, {@code [tasks, elements]}; what a
   * task alone learns, learns from the same passes.
   */
  private List<Operand<TFloat32>> rows(List<VariableSpec> shared) {
    List<List<Operand<TFloat32>>> byValue = new ArrayList<>();
    representation.values().forEach(value -> byValue.add(new ArrayList<>()));
    for (int task : tasks) {
      List<VariableSpec> own = new ArrayList<>(graph.learnable(task));
      own.removeAll(shared);
      List<Operand<TFloat32>> values = representation.byTask().get(task);
      List<Operand<TFloat32>> found = pass(task, own, values);
      learn(own, found.subList(0, own.size()));
      for (int i = 0; i < byValue.size() && !values.isEmpty(); i++) {
        Operand<TFloat32> value = representation.values().get(i);
        int place = values.indexOf(value);
        Operand<TFloat32> gradient =
            place < 0 ? tf.zerosLike(value) : found.get(own.size() + place);
        byValue.get(i).add(tf.reshape(gradient, tf.array(-1)));
      }
    }
    return byValue.stream().<Operand<TFloat32>>map(tf::stack).toList();
  }

  private List<Operand<TFloat32>> pass(
      int task, List<VariableSpec> own, List<Operand<TFloat32>> values) {
    return own.isEmpty() && values.isEmpty()
        ? List.of()
        : steps.gradients(
            List.of(graph.losses().of(task).losses()),
            List.of(graph.counts(tf, task)),
            own,
            values);
  }

  private void learn(List<VariableSpec> variables, List<Operand<TFloat32>> found) {
    for (int i = 0; i < variables.size(); i++) {
      learnt.add(variables.get(i));
      gradients.add(steps.regularized(variables.get(i), found.get(i)));
    }
  }

  private Operand<TFloat32> weights(MgdaNormalization normalization) {
    Operand<TFloat64> exact = tf.dtypes.cast(products, TFloat64.class);
    Operand<TFloat64> norms = norms(exact);
    Operand<TFloat64> divisors = tf.math.maximum(norms, tf.constant(Double.MIN_NORMAL));
    Operand<TFloat64> cosines =
        tf.math.div(
            tf.math.div(exact, tf.expandDims(divisors, tf.constant(1))),
            tf.expandDims(divisors, tf.constant(0)));
    Operand<TFloat64> one = tf.onesLike(norms);
    Operand<TFloat64> lengths =
        switch (normalization) {
          case AS_GIVEN -> norms;
          case LENGTH -> one;
          case LOSS -> tf.math.div(norms, losses());
          case LOSS_TIMES_LENGTH -> tf.math.div(one, losses());
        };
    // A gradient of 0 has no length, whatever it is divided by.
    return tf.dtypes.cast(
        new ShortestMixture(tf)
            .weights(mixed.length, cosines, tf.math.mul(lengths, tf.math.sign(norms))),
        TFloat32.class);
  }

  private Operand<TFloat64> norms(Operand<TFloat64> exact) {
    double[][] diagonal = new double[mixed.length][mixed.length];
    for (int i = 0; i < mixed.length; i++) {
      diagonal[i][i] = 1;
    }
    return tf.math.sqrt(tf.sum(tf.math.mul(exact, tf.constant(diagonal)), tf.array(1)));
  }

  /** The losses, those of 0 or less as the least of the others. */
  private Operand<TFloat64> losses() {
    Operand<TFloat64> losses =
        tf.dtypes.cast(
            tf.reshape(new GradientForms(tf, graph).losses(mixed), tf.array(-1)), TFloat64.class);
    Operand<TBool> positive = tf.math.greater(losses, tf.constant(0.0));
    Operand<TFloat64> none = tf.constant(Double.MAX_VALUE);
    Operand<TFloat64> least = tf.min(tf.select(positive, losses, none), tf.array(0));
    return tf.select(positive, losses, least);
  }

  /** One pass back from the values, with the mixture of the tasks' gradients there. */
  private List<Operand<TFloat32>> throughValues(
      List<VariableSpec> shared, List<Operand<TFloat32>> rows) {
    Operand<TFloat32> row = tf.expandDims(weights, tf.constant(0));
    List<Operand<TFloat32>> factors = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Operand<TFloat32> mixture = tf.linalg.matMul(row, rows.get(i));
      factors.add(tf.reshape(mixture, tf.shape(representation.values().get(i))));
    }
    return steps.gradients(representation.values(), factors, shared, List.of());
  }

  /** One pass back from the weighted losses: some of it takes other ways than the values. */
  private List<Operand<TFloat32>> throughLosses(List<VariableSpec> shared) {
    List<Operand<TFloat32>> losses = new ArrayList<>();
    List<Operand<TFloat32>> factors = new ArrayList<>();
    for (int task : tasks) {
      losses.add(graph.losses().of(task).losses());
      factors.add(graph.counts(tf, task));
    }
    for (int i = 0; i < mixed.length; i++) {
      int place = Arrays.binarySearch(tasks, mixed[i]);
      Operand<TFloat32> weight = tf.gather(weights, tf.constant(i), tf.constant(0));
      factors.set(place, tf.math.mul(factors.get(place), weight));
    }
    return steps.gradients(losses, factors, shared, List.of());
  }

  @Override
  public void feed(SessionRun run, StepInputs inputs) {
    // Batch and objective are all it needs.
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public Operand<TFloat32> checked() {
    return checked;
  }

  @Override
  public Optional<Found> found() {
    return Optional.of(new Found(mixed, weights, products));
  }
}
