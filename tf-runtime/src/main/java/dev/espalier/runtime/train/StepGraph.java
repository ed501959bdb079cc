package dev.espalier.runtime.train;

import dev.espalier.runtime.model.ModelInfo;
import dev.espalier.runtime.model.ModelInfo.Parameter;
import dev.espalier.runtime.model.ModelInfo.State;
import dev.espalier.runtime.optimize.ParameterUpdate;
import dev.espalier.runtime.optimize.Regularization;
import dev.espalier.runtime.session.NetworkBuilder.StateUpdate;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * The operations of a training step in which some tasks take part: gradients of their objective,
 * updates of the parameters that their losses reach, and of the states.
 *
 * <p>Nothing is updated before every gradient is there and objective and gradients are found to be
 * finite: a step happens as a whole or not at all.
 */
final class StepGraph {
  private final Ops tf;
  private final TrainingGraph graph;
  private final BitSet tasks;
  private final Operation step;

  StepGraph(Ops tf, TrainingGraph graph, BitSet tasks) {
    this.tf = tf;
    this.graph = graph;
    this.tasks = tasks;
    Operand<TFloat32> objective = objective();
    List<VariableSpec> learnt = learnt();
    List<Operand<TFloat32>> gradients = gradients(objective, learnt);
    Op barrier = barrier(objective, gradients);
    Ops after = tf.withControlDependencies(barrier);
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < learnt.size(); i++) {
      updates.add(update(after, learnt.get(i), gradients.get(i)));
    }
    updates.addAll(stateUpdates(barrier));
    updates.add(barrier);
    step = tf.withControlDependencies(updates).withName("step").noOp().op();
  }

  /** Runs the step. */
  Operation operation() {
    return step;
  }

  /** The mean losses of the tasks, each times its fed weight. */
  private Operand<TFloat32> objective() {
    List<Operand<TFloat32>> weighted = new ArrayList<>();
    for (int task : tasks.stream().toArray()) {
      Operand<TFloat32> weight =
          tf.reshape(
              tf.slice(graph.lossWeights(), tf.array(task), tf.array(1)), tf.constant(new int[0]));
      weighted.add(tf.math.mul(graph.losses().mean(task), weight));
    }
    return weighted.size() == 1 ? weighted.get(0) : tf.math.addN(weighted);
  }

  /** Variables that some task of this step reaches and that are not frozen. */
  private List<VariableSpec> learnt() {
    return graph.learnable().stream()
        .filter(variable -> takesPart(variable.parameter().orElseThrow().tasks()))
        .toList();
  }

  private boolean takesPart(int[] ofParameter) {
    return Arrays.stream(ofParameter).anyMatch(tasks::get);
  }

  private List<Operand<TFloat32>> gradients(
      Operand<TFloat32> objective, List<VariableSpec> learnt) {
    if (learnt.isEmpty()) {
      return List.of();
    }
    List<Operand<TFloat32>> leaves = learnt.stream().map(graph.network()::leaf).toList();
    Gradients all = tf.gradients(objective, leaves);
    List<Operand<TFloat32>> regularized = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      Parameter parameter = learnt.get(i).parameter().orElseThrow();
      regularized.add(
          new Regularization(parameter.l1(), parameter.l2())
              .addTo(tf, all.<TFloat32>dy(i), leaves.get(i)));
    }
    return regularized;
  }

  private Op barrier(Operand<TFloat32> objective, List<Operand<TFloat32>> gradients) {
    List<Op> before = new ArrayList<>(gradients);
    Operand<TBool> finite = tf.math.isFinite(objective);
    before.add(tf.assertThat(finite, List.of(objective)));
    return tf.withControlDependencies(before).withName("barrier").noOp();
  }

  private Op update(Ops after, VariableSpec variable, Operand<TFloat32> gradient) {
    Parameter parameter = variable.parameter().orElseThrow();
    return graph
        .optimizer()
        .apply(
            after,
            new ParameterUpdate(
                graph.variables().handle(variable),
                graph.network().leaf(variable),
                graph.slots().of(variable),
                gradient,
                graph.rates(parameter.rateScale()),
                parameter.decays()));
  }

  /** One after the other in the order of the network, so that equal seeds give equal bits. */
  private List<Op> stateUpdates(Op barrier) {
    List<Op> updates = new ArrayList<>();
    Op before = barrier;
    for (StateUpdate update : graph.network().updates()) {
      State state = state(graph.info(), update.path());
      if (!state.frozen() && takesPart(state.tasks())) {
        before =
            tf.withControlDependencies(before)
                .assignVariableOp(graph.variables().handle(state.path()), update.value());
        updates.add(before);
      }
    }
    return updates;
  }

  private static State state(ModelInfo info, String path) {
    return info.states().stream()
        .filter(state -> state.path().equals(path))
        .findFirst()
        .orElseThrow();
  }
}
