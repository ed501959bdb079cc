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
import org.tensorflow.types.TFloat32;

/**
 * The operations of a training step in which some tasks take part: gradients of their objective,
 * updates of the parameters that their losses reach, and of the states.
 *
 * <p>Nothing is updated before every gradient is there and the sum of losses and of the gradients
 * of vectors (biases, scales, shifts) is found to be finite. Gradients of kernels and tables are
 * not looked at: what they break shows in the losses of the next step, or at the end of the epoch.
 */
final class StepGraph {
  private final Ops tf;
  private final TrainingGraph graph;
  private final BitSet tasks;
  private final Operation step;
  private final Operand<TFloat32> checked;

  StepGraph(Ops tf, TrainingGraph graph, BitSet tasks) {
    this.tf = tf;
    this.graph = graph;
    this.tasks = tasks;
    List<VariableSpec> learnt = learnt();
    List<Operand<TFloat32>> gradients = gradients(learnt);
    checked = checked(gradients);
    Op barrier = barrier(gradients);
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

  /** Finite if nothing stands in the way of the step; to be fetched without running it. */
  Operand<TFloat32> checked() {
    return checked;
  }

  /**
   * The gradients of the tasks' mean losses, each times its fed weight, and regularized.
   *
   * <p>They start at the single losses: what each counts in the objective is known, and no gradient
   * has to find its way back through sums and divisions.
   */
  private List<Operand<TFloat32>> gradients(List<VariableSpec> learnt) {
    if (learnt.isEmpty()) {
      return List.of();
    }
    List<Operand<TFloat32>> losses = new ArrayList<>();
    List<Operand<TFloat32>> counts = new ArrayList<>();
    for (int task : tasks.stream().toArray()) {
      LossSums.OfTask loss = graph.losses().of(task);
      losses.add(loss.losses());
      Operand<TFloat32> weight = tf.slice(graph.lossWeights(), tf.array(task), tf.array(1));
      counts.add(tf.math.mul(loss.shares(), weight));
    }
    List<Operand<TFloat32>> gradients = graph.network().gradients(tf, losses, counts, learnt);
    List<Operand<TFloat32>> regularized = new ArrayList<>();
    for (int i = 0; i < learnt.size(); i++) {
      Parameter parameter = learnt.get(i).parameter().orElseThrow();
      regularized.add(
          new Regularization(parameter.learning().l1(), parameter.learning().l2())
              .addTo(tf, gradients.get(i), graph.network().value(learnt.get(i))));
    }
    return regularized;
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

  /** The sum of the tasks' losses and of the gradients of vectors. */
  private Operand<TFloat32> checked(List<Operand<TFloat32>> gradients) {
    List<Operand<TFloat32>> sums = new ArrayList<>();
    tasks.stream().forEach(task -> sums.add(graph.losses().of(task).mean()));
    // What is no number on its way down mostly passes biases, and they are few.
    List<Operand<TFloat32>> vectors =
        gradients.stream().filter(gradient -> gradient.shape().numDimensions() == 1).toList();
    if (!vectors.isEmpty()) {
      Operand<TFloat32> all =
          vectors.size() == 1 ? vectors.get(0) : tf.concat(vectors, tf.constant(0));
      sums.add(tf.sum(all, tf.array(0)));
    }
    // A sum is finite only if all its parts are.
    return sums.size() == 1 ? sums.get(0) : tf.math.addN(sums);
  }

  /** Comes after all gradients, and only if what is checked is finite. */
  private Op barrier(List<Operand<TFloat32>> gradients) {
    List<Op> before = new ArrayList<>(gradients);
    before.add(tf.assertThat(tf.math.isFinite(checked), List.of(checked)));
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
                graph.network().value(variable),
                graph.slots().of(variable),
                gradient,
                graph.rates(parameter.learning().rateScale()),
                parameter.learning().decays()));
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
