package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.session.TouchedRows;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The operations of a training step in which shared parameters descend along a mixture of the
 * tasks' gradients, in two runs.
 *
 * <p>The first run computes the gradients of each task with respect to the shared parameters, as
 * the rows of a matrix, and their inner products, and updates what a single task reaches. The
 * second one is given the rows back, with weights, and updates the shared parameters. Where
 * gradients are clipped together, what a single task reaches waits for the second run too. Memory:
 * tasks times shared parameters times 4 bytes for the rows, as much again while they are put
 * together.
 */
final class MixedStepGraph {
  private final Ops tf;
  private final TrainingGraph graph;
  private final BitSet tasks;
  private final ParameterSteps steps;
  private final Optional<GradientAverages> averages;
  private final List<VariableSpec> shared;
  private final List<VariableSpec> byRows;
  private final TouchedRows givenTouched;
  private final int[] mixed;
  private final Operand<TFloat32> rows;
  private final Operand<TFloat32> products;
  private final Operand<TFloat32> checked;
  private final List<Operand<TFloat32>> heldBack = new ArrayList<>();
  private final List<Placeholder<TFloat32>> givenBack = new ArrayList<>();
  private final Operation first;
  private final Placeholder<TFloat32> givenRows;
  private final Placeholder<TFloat32> weights;
  private final Operation second;

  /** A step of some tasks, with gradients in the form that the method wants. */
  MixedStepGraph(Ops tf, TrainingGraph graph, BitSet tasks, GradientBalancing method) {
    this.tf = tf;
    this.graph = graph;
    this.tasks = tasks;
    this.steps = ParameterSteps.of(tf, graph, tasks);
    this.averages = method.averages() ? Optional.of(graph.averages()) : Optional.empty();
    // A row of averages has a place for every shared parameter, whatever the batch and the epoch.
    this.shared = method.averages() ? graph.everShared() : graph.shared(tasks);
    TaskPasses passes = new TaskPasses(steps, tasks, shared);
    mixed = passes.sharing();
    Operand<TFloat32> formed = new GradientForms(tf, graph).of(method.form(), mixed, passes.rows());
    rows = averages.map(each -> each.moved(mixed, formed)).orElse(formed);
    products = TaskPasses.products(tf, rows);
    // A sum of products is finite only if all rows are.
    checked =
        steps.checked(tasks, passes.ownGradients(), List.of(tf.sum(products, tf.array(0, 1))));
    List<VariableSpec> later = new ArrayList<>(shared);
    if (graph.clipping().looksAtAll()) {
      holdBack(passes.ownGradients());
      later.addAll(passes.own());
    }
    byRows = later.stream().filter(VariableSpec::byRows).toList();
    givenTouched = TouchedRows.fed(tf, byRows);
    first = updateOwn(passes);
    givenRows = tf.placeholder(TFloat32.class, Placeholder.shape(rows.shape()));
    weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, mixed.length)));
    second = updateShared(passes.own());
  }

  /** The tasks that have a row: those that reach something shared. */
  int[] mixed() {
    return mixed;
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

  /** The rows that the step touched of each table that the second run updates by rows. */
  List<Operand<TInt32>> touched() {
    return byRows.stream().map(variable -> steps.touched().rows(variable)).toList();
  }

  /** Fed in the second run: these rows. */
  List<Operand<TInt32>> givenTouched() {
    return byRows.stream().map(givenTouched::rows).toList();
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

  /** Gradients of what one task alone reaches that have to wait for the mixture; often none. */
  List<Operand<TFloat32>> heldBack() {
    return heldBack;
  }

  /** Fed in the second run: these gradients. */
  List<Placeholder<TFloat32>> givenBack() {
    return givenBack;
  }

  private void holdBack(List<Operand<TFloat32>> gradients) {
    for (Operand<TFloat32> gradient : gradients) {
      heldBack.add(gradient);
      givenBack.add(tf.placeholder(TFloat32.class, Placeholder.shape(gradient.shape())));
    }
  }

  // ---- The first run ----------------------------------------------------------------------------

  private Operation updateOwn(TaskPasses passes) {
    List<Operand<TFloat32>> values = new ArrayList<>(passes.ownGradients());
    values.add(rows);
    Op barrier = steps.barrier(values, checked);
    List<Op> updates = new ArrayList<>();
    if (heldBack.isEmpty()) {
      updates.addAll(steps.updates(barrier, passes.own(), passes.ownGradients()));
    }
    updates.addAll(steps.stateUpdates(barrier, tasks));
    averages.ifPresent(each -> updates.add(each.keep(barrier, mixed, rows)));
    updates.add(barrier);
    return tf.withControlDependencies(updates).withName("first").noOp().op();
  }

  // ---- The second run ---------------------------------------------------------------------------

  private Operation updateShared(List<VariableSpec> own) {
    ParameterSteps later = new ParameterSteps(tf, graph, givenTouched);
    Operand<TFloat32> direction = tf.reshape(tf.linalg.matMul(weights, givenRows), tf.array(-1));
    Map<VariableSpec, Operand<TFloat32>> parts = later.parts(direction, shared);
    // Averages of what no task of the batch reaches move nothing.
    List<VariableSpec> moved = new ArrayList<>(graph.shared(tasks));
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    moved.forEach(variable -> gradients.add(later.regularized(variable, parts.get(variable))));
    if (!givenBack.isEmpty()) {
      moved.addAll(own);
      gradients.addAll(givenBack);
    }
    List<Operand<TFloat32>> sums = new ArrayList<>(later.sumOfVectors(gradients));
    sums.add(tf.sum(weights, tf.array(0, 1)));
    Op barrier = later.barrier(gradients, later.total(sums));
    List<Op> updates = new ArrayList<>(later.updates(barrier, moved, gradients));
    updates.add(barrier);
    return tf.withControlDependencies(updates).withName("second").noOp().op();
  }
}
