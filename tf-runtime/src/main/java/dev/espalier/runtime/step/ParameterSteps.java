package dev.espalier.runtime.step;

import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelInfo.State;
import dev.espalier.runtime.optimize.Clipping.RawGradient;
import dev.espalier.runtime.optimize.ParameterUpdate;
import dev.espalier.runtime.optimize.Regularization;
import dev.espalier.runtime.optimize.RowsUpdate;
import dev.espalier.runtime.session.NetworkBuilder.StateUpdate;
import dev.espalier.runtime.session.TouchedRows;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What every kind of step does with gradients once it has them.
 *
 * @param touched the rows that gradients of tables are of which are updated by rows
 */
record ParameterSteps(Ops tf, TrainingGraph graph, TouchedRows touched) {

  /** For a step down the losses of some tasks. */
  static ParameterSteps of(Ops tf, TrainingGraph graph, BitSet tasks) {
    List<Operand<TFloat32>> losses = new ArrayList<>();
    tasks.stream().forEach(task -> losses.add(graph.losses().of(task).losses()));
    return new ParameterSteps(tf, graph, graph.network().touched(tf, losses));
  }

  /** The gradients of values; see {@link NetworkBuilder#gradients}. */
  List<Operand<TFloat32>> gradients(
      List<Operand<TFloat32>> values,
      List<Operand<TFloat32>> factors,
      List<VariableSpec> variables,
      List<Operand<TFloat32>> others) {
    return graph.network().gradients(tf, values, factors, variables, others, touched);
  }

  /** Whether one of some tasks is among those that a parameter's or a state's description names. */
  static boolean takesPart(BitSet tasks, int[] named) {
    return Arrays.stream(named).anyMatch(tasks::get);
  }

  /** A gradient with the part that regularization adds to it. */
  Operand<TFloat32> regularized(VariableSpec variable, Operand<TFloat32> gradient) {
    Parameter parameter = variable.parameter().orElseThrow();
    return new Regularization(parameter.learning().l1(), parameter.learning().l2())
        .addTo(tf, gradient, value(variable));
  }

  /** Gradients with the parts that regularization adds to them. */
  List<Operand<TFloat32>> regularized(
      List<VariableSpec> variables, List<Operand<TFloat32>> gradients) {
    return IntStream.range(0, variables.size())
        .mapToObj(i -> regularized(variables.get(i), gradients.get(i)))
        .toList();
  }

  /**
   * Gradients of which those of some variables are made shorter where they are too long together.
   *
   * @param most the greatest norm; 0 for any
   */
  List<Operand<TFloat32>> limited(
      List<VariableSpec> some,
      double most,
      List<VariableSpec> variables,
      List<Operand<TFloat32>> gradients) {
    if (most == 0 || some.isEmpty()) {
      return gradients;
    }
    List<Operand<TFloat32>> squares = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      if (some.contains(variables.get(i))) {
        squares.add(tf.nn.l2Loss(gradients.get(i)));
      }
    }
    Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(total(squares), tf.constant(2f)));
    Operand<TFloat32> limit = tf.constant((float) most);
    Operand<TFloat32> factor = tf.math.div(limit, tf.math.maximum(norm, limit));
    return IntStream.range(0, variables.size())
        .<Operand<TFloat32>>mapToObj(
            i ->
                some.contains(variables.get(i))
                    ? tf.math.mul(gradients.get(i), factor)
                    : gradients.get(i))
        .toList();
  }

  /** What a gradient was taken to, before the step. */
  private Operand<TFloat32> value(VariableSpec variable) {
    return variable.byRows()
        ? graph.network().rows(tf, variable, touched.rows(variable))
        : graph.network().value(variable);
  }

  /** How many numbers a gradient has. */
  Operand<TInt32> size(VariableSpec variable) {
    return variable.byRows()
        ? tf.math.mul(touched.count(tf, variable), tf.constant(variable.shape().get(1)))
        : tf.constant(variable.size());
  }

  /** What of a vector belongs to each of some variables that it was put together for. */
  Map<VariableSpec, Operand<TFloat32>> parts(
      Operand<TFloat32> vector, List<VariableSpec> variables) {
    int count = variables.size();
    List<Output<TFloat32>> parts =
        tf.splitV(vector, sizes(variables), tf.constant(0), (long) count).output();
    Map<VariableSpec, Operand<TFloat32>> byVariable = new HashMap<>();
    for (int i = 0; i < count; i++) {
      VariableSpec variable = variables.get(i);
      int[] shape = variable.shape().stream().mapToInt(Integer::intValue).toArray();
      shape[0] = variable.byRows() ? -1 : shape[0];
      byVariable.put(variable, tf.reshape(parts.get(i), tf.constant(shape)));
    }
    return byVariable;
  }

  private Operand<TInt32> sizes(List<VariableSpec> variables) {
    return variables.stream().anyMatch(VariableSpec::byRows)
        ? tf.stack(variables.stream().map(this::size).toList())
        : tf.constant(variables.stream().mapToInt(VariableSpec::size).toArray());
  }

  /** The sum of gradients of vectors (biases, scales, shifts); empty if there are none. */
  List<Operand<TFloat32>> sumOfVectors(List<Operand<TFloat32>> gradients) {
    // What is no number on its way down mostly passes biases, and they are few.
    List<Operand<TFloat32>> vectors =
        gradients.stream().filter(gradient -> gradient.shape().numDimensions() == 1).toList();
    if (vectors.isEmpty()) {
      return List.of();
    }
    Operand<TFloat32> all =
        vectors.size() == 1 ? vectors.get(0) : tf.concat(vectors, tf.constant(0));
    return List.of(tf.sum(all, tf.array(0)));
  }

  /** A sum, which is finite only if all its parts are. */
  Operand<TFloat32> total(List<Operand<TFloat32>> parts) {
    return parts.size() == 1 ? parts.get(0) : tf.math.addN(parts);
  }

  /**
   * The sum of some tasks' losses, of the gradients of vectors, and of more: finite if nothing
   * stands in the way of a step.
   */
  Operand<TFloat32> checked(
      BitSet tasks, List<Operand<TFloat32>> gradients, List<Operand<TFloat32>> more) {
    List<Operand<TFloat32>> sums = new ArrayList<>();
    tasks.stream().forEach(task -> sums.add(graph.losses().of(task).mean()));
    sums.addAll(sumOfVectors(gradients));
    sums.addAll(more);
    return total(sums);
  }

  /** A whole step: all parameters and states are updated, if what is checked is finite. */
  Operation step(
      BitSet tasks,
      List<VariableSpec> learnt,
      List<Operand<TFloat32>> gradients,
      Operand<TFloat32> checked) {
    Op barrier = barrier(gradients, checked);
    List<Op> updates = new ArrayList<>(updates(barrier, learnt, gradients));
    updates.addAll(stateUpdates(barrier, tasks));
    updates.add(barrier);
    return tf.withControlDependencies(updates).withName("step").noOp().op();
  }

  /** Comes after all of some values, and only if what is checked is finite. */
  Op barrier(List<Operand<TFloat32>> values, Operand<TFloat32> checked) {
    List<Op> before = new ArrayList<>(values);
    before.add(tf.assertThat(tf.math.isFinite(checked), List.of(checked)));
    return tf.withControlDependencies(before).withName("barrier").noOp();
  }

  /** The updates of some parameters after the barrier, along their gradients, clipped. */
  List<Op> updates(Op barrier, List<VariableSpec> variables, List<Operand<TFloat32>> gradients) {
    Ops after = tf.withControlDependencies(barrier);
    List<Operand<TFloat32>> clipped = clipped(variables, gradients);
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      updates.add(update(after, variables.get(i), clipped.get(i)));
    }
    return updates;
  }

  private List<Operand<TFloat32>> clipped(
      List<VariableSpec> variables, List<Operand<TFloat32>> gradients) {
    List<RawGradient> raw = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      VariableSpec variable = variables.get(i);
      Optional<Operand<TInt32>> rows =
          variable.byRows() ? Optional.of(touched.rows(variable)) : Optional.empty();
      raw.add(new RawGradient(gradients.get(i), variable.stackedRows(), rows));
    }
    return graph.clipping().clip(tf, raw);
  }

  private Op update(Ops after, VariableSpec variable, Operand<TFloat32> gradient) {
    Parameter parameter = variable.parameter().orElseThrow();
    if (variable.byRows()) {
      RowsUpdate update =
          new RowsUpdate(
              graph.variables().handle(variable),
              touched.rows(variable),
              graph.slots().of(variable),
              gradient,
              graph.rates().of(variable));
      return graph.optimizer().rows().orElseThrow().apply(after, update);
    }
    return graph
        .optimizer()
        .apply(
            after,
            new ParameterUpdate(
                graph.variables().handle(variable),
                graph.network().value(variable),
                graph.slots().of(variable),
                gradient,
                graph.rates().of(variable),
                graph.rates().corrections(variable),
                parameter.learning().decays(),
                variable.stackedRows()));
  }

  /** One after the other in the order of the network, so that equal seeds give equal bits. */
  List<Op> stateUpdates(Op barrier, BitSet tasks) {
    List<Op> updates = new ArrayList<>();
    Op before = barrier;
    for (StateUpdate update : graph.network().updates()) {
      State state = graph.state(update.path());
      if (graph.moves(state) && takesPart(tasks, state.tasks())) {
        before =
            tf.withControlDependencies(before)
                .assignVariableOp(graph.variables().handle(state.path()), update.value());
        updates.add(before);
      }
    }
    return updates;
  }
}
