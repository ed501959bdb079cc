package dev.espalier.runtime.train;

import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * The operations of a training step in which shared parameters descend along a mixture of the
 * tasks' gradients, in two runs.
 *
 * <p>The first run computes the gradients of each task with respect to the shared parameters, as
 * the rows of a matrix, and their inner products, and updates what a single task reaches. The
 * second one is given the rows back, with weights, and updates the shared parameters. Memory: tasks
 * times shared parameters times 4 bytes for the rows, as much again while they are put together.
 */
final class MixedStepGraph {
  private final Ops tf;
  private final TrainingGraph graph;
  private final BitSet tasks;
  private final ParameterSteps steps;
  private final Optional<GradientAverages> averages;
  private final List<VariableSpec> shared;
  private final Operand<TFloat32> rows;
  private final Operand<TFloat32> products;
  private final Operand<TFloat32> checked;
  private final Operation first;
  private final Placeholder<TFloat32> givenRows;
  private final Placeholder<TFloat32> weights;
  private final Operation second;

  /** A step of some tasks, with gradients in the form that the method wants. */
  MixedStepGraph(Ops tf, TrainingGraph graph, BitSet tasks, GradientBalancing method) {
    this.tf = tf;
    this.graph = graph;
    this.tasks = tasks;
    this.steps = new ParameterSteps(tf, graph);
    this.averages = method.averages() ? Optional.of(graph.averages()) : Optional.empty();
    // A row of averages has a place for every shared parameter, whatever the batch.
    this.shared = method.averages() ? graph.shared() : graph.shared(tasks);
    List<VariableSpec> own = new ArrayList<>();
    List<Operand<TFloat32>> ownGradients = new ArrayList<>();
    int[] indices = tasks.stream().toArray();
    Operand<TFloat32> formed =
        new GradientForms(tf, graph).of(method.form(), indices, rows(own, ownGradients));
    rows = averages.map(each -> each.moved(indices, formed)).orElse(formed);
    products = tf.linalg.matMul(rows, rows, MatMul.transposeB(true));
    checked = checked(ownGradients);
    first = updateOwn(own, ownGradients);
    givenRows = tf.placeholder(TFloat32.class, Placeholder.shape(rows.shape()));
    weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, tasks.cardinality())));
    second = updateShared();
  }

  /** The tasks' gradients with respect to the shared parameters: {@code [tasks, parameters]}. */
  Operand<TFloat32> rows() {
    return rows;
  }

  /** Fed in the first run, if gradients are averaged: how far averages move. */
  Optional<Placeholder<TFloat32>> rate() {
    return averages.map(GradientAverages::rate);
  }

  /** Their inner products: {@code [tasks, tasks]}. */
  Operand<TFloat32> products() {
    return products;
  }

  /** Finite if nothing stands in the way of the step; to be fetched without running it. */
  Operand<TFloat32> checked() {
    return checked;
  }

  /** Updates what one task alone reaches, and states. */
  Operation first() {
    return first;
  }

  /** Fed in the second run: the rows. */
  Placeholder<TFloat32> givenRows() {
    return givenRows;
  }

  /** Fed in the second run: their weights, {@code [1, tasks]}. */
  Placeholder<TFloat32> weights() {
    return weights;
  }

  /** Updates the shared parameters. */
  Operation second() {
    return second;
  }

  // ---- The first run ----------------------------------------------------------------------------

  /** One pass back for each task, for what it shares and what is its own. */
  private Operand<TFloat32> rows(List<VariableSpec> own, List<Operand<TFloat32>> ownGradients) {
    List<Operand<TFloat32>> flat = new ArrayList<>();
    for (int task : tasks.stream().toArray()) {
      List<VariableSpec> reached =
          graph.learnable().stream().filter(variable -> reaches(task, variable)).toList();
      List<Operand<TFloat32>> gradients = gradients(task, reached);
      Map<VariableSpec, Operand<TFloat32>> byVariable = new HashMap<>();
      for (int i = 0; i < reached.size(); i++) {
        byVariable.put(reached.get(i), gradients.get(i));
        if (!shared.contains(reached.get(i))) {
          own.add(reached.get(i));
          ownGradients.add(steps.regularized(reached.get(i), gradients.get(i)));
        }
      }
      shared.forEach(variable -> flat.add(flat(variable, byVariable.get(variable))));
    }
    int length = shared.stream().mapToInt(VariableSpec::size).sum();
    return tf.reshape(
        tf.concat(flat, tf.constant(0)), tf.constant(new int[] {tasks.cardinality(), length}));
  }

  private static boolean reaches(int task, VariableSpec variable) {
    BitSet one = new BitSet();
    one.set(task);
    return ParameterSteps.takesPart(one, variable.parameter().orElseThrow().tasks());
  }

  private List<Operand<TFloat32>> gradients(int task, List<VariableSpec> variables) {
    return variables.isEmpty()
        ? List.of()
        : graph
            .network()
            .gradients(
                tf,
                List.of(graph.losses().of(task).losses()),
                List.of(graph.counts(tf, task)),
                variables);
  }

  /** A task that does not reach a parameter which others share has a gradient of 0 there. */
  private Operand<TFloat32> flat(VariableSpec variable, Operand<TFloat32> gradient) {
    return gradient == null
        ? tf.fill(tf.array(variable.size()), tf.constant(0f))
        : tf.reshape(gradient, tf.array(-1));
  }

  /** The sum of the losses, of the gradients of own vectors and of the squared rows. */
  private Operand<TFloat32> checked(List<Operand<TFloat32>> ownGradients) {
    List<Operand<TFloat32>> sums = new ArrayList<>();
    tasks.stream().forEach(task -> sums.add(graph.losses().of(task).mean()));
    sums.addAll(steps.sumOfVectors(ownGradients));
    sums.add(tf.sum(products, tf.array(0, 1)));
    return steps.total(sums);
  }

  private Operation updateOwn(List<VariableSpec> own, List<Operand<TFloat32>> ownGradients) {
    List<Operand<TFloat32>> values = new ArrayList<>(ownGradients);
    values.add(rows);
    Op barrier = steps.barrier(values, checked);
    List<Op> updates = new ArrayList<>(steps.updates(barrier, own, ownGradients));
    updates.addAll(steps.stateUpdates(barrier, tasks));
    averages.ifPresent(each -> updates.add(each.keep(barrier, tasks.stream().toArray(), rows)));
    updates.add(barrier);
    return tf.withControlDependencies(updates).withName("first").noOp().op();
  }

  // ---- The second run ---------------------------------------------------------------------------

  private Operation updateShared() {
    int[] sizes = shared.stream().mapToInt(VariableSpec::size).toArray();
    Operand<TFloat32> direction = tf.reshape(tf.linalg.matMul(weights, givenRows), tf.array(-1));
    List<Output<TFloat32>> parts =
        tf.splitV(direction, tf.constant(sizes), tf.constant(0), (long) sizes.length).output();
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      VariableSpec variable = shared.get(i);
      int[] shape = variable.shape().stream().mapToInt(Integer::intValue).toArray();
      gradients.add(steps.regularized(variable, tf.reshape(parts.get(i), tf.constant(shape))));
    }
    Operand<TFloat32> sum = tf.sum(direction, tf.array(0));
    Op barrier = steps.barrier(gradients, sum);
    List<Op> updates = new ArrayList<>(steps.updates(barrier, shared, gradients));
    updates.add(barrier);
    return tf.withControlDependencies(updates).withName("second").noOp().op();
  }
}
