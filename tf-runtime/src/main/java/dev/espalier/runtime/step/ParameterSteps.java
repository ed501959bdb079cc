package dev.espalier.runtime.step;

import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelInfo.State;
import dev.espalier.runtime.optimize.ParameterUpdate;
import dev.espalier.runtime.optimize.Regularization;
import dev.espalier.runtime.session.NetworkBuilder.StateUpdate;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What every kind of step does with gradients once it has them. */
record ParameterSteps(Ops tf, TrainingGraph graph) {

  /** Whether one of some tasks is among those that a parameter's or a state's description names. */
  static boolean takesPart(BitSet tasks, int[] named) {
    return Arrays.stream(named).anyMatch(tasks::get);
  }

  /** A gradient with the part that regularization adds to it. */
  Operand<TFloat32> regularized(VariableSpec variable, Operand<TFloat32> gradient) {
    Parameter parameter = variable.parameter().orElseThrow();
    return new Regularization(parameter.learning().l1(), parameter.learning().l2())
        .addTo(tf, gradient, graph.network().value(variable));
  }

  /** What of a vector belongs to each of some variables that it was put together for. */
  Map<VariableSpec, Operand<TFloat32>> parts(
      Operand<TFloat32> vector, List<VariableSpec> variables) {
    int[] sizes = variables.stream().mapToInt(VariableSpec::size).toArray();
    List<Output<TFloat32>> parts =
        tf.splitV(vector, tf.constant(sizes), tf.constant(0), (long) sizes.length).output();
    Map<VariableSpec, Operand<TFloat32>> byVariable = new HashMap<>();
    for (int i = 0; i < sizes.length; i++) {
      VariableSpec variable = variables.get(i);
      int[] shape = variable.shape().stream().mapToInt(Integer::intValue).toArray();
      byVariable.put(variable, tf.reshape(parts.get(i), tf.constant(shape)));
    }
    return byVariable;
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

  /** The updates of some parameters after the barrier. */
  List<Op> updates(Op barrier, List<VariableSpec> variables, List<Operand<TFloat32>> gradients) {
    Ops after = tf.withControlDependencies(barrier);
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      updates.add(update(after, variables.get(i), gradients.get(i)));
    }
    return updates;
  }

  private Op update(Ops after, VariableSpec variable, Operand<TFloat32> gradient) {
    Parameter parameter = variable.parameter().orElseThrow();
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
                parameter.learning().decays()));
  }

  /** One after the other in the order of the network, so that equal seeds give equal bits. */
  List<Op> stateUpdates(Op barrier, BitSet tasks) {
    List<Op> updates = new ArrayList<>();
    Op before = barrier;
    for (StateUpdate update : graph.network().updates()) {
      State state = graph.state(update.path());
      if (!state.frozen() && takesPart(tasks, state.tasks())) {
        before =
            tf.withControlDependencies(before)
                .assignVariableOp(graph.variables().handle(state.path()), update.value());
        updates.add(before);
      }
    }
    return updates;
  }
}
