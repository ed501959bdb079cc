package dev.espalier.runtime.train;

import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
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
  private final ParameterSteps steps;
  private final Operation step;
  private final Operand<TFloat32> checked;

  StepGraph(Ops tf, TrainingGraph graph, BitSet tasks) {
    this.tf = tf;
    this.graph = graph;
    this.tasks = tasks;
    this.steps = new ParameterSteps(tf, graph);
    List<VariableSpec> learnt = learnt();
    List<Operand<TFloat32>> gradients = gradients(learnt);
    checked = checked(gradients);
    Op barrier = steps.barrier(gradients, checked);
    List<Op> updates = new ArrayList<>(steps.updates(barrier, learnt, gradients));
    updates.addAll(steps.stateUpdates(barrier, tasks));
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
      losses.add(graph.losses().of(task).losses());
      counts.add(graph.counts(tf, task));
    }
    List<Operand<TFloat32>> gradients = graph.network().gradients(tf, losses, counts, learnt);
    return IntStream.range(0, learnt.size())
        .<Operand<TFloat32>>mapToObj(i -> steps.regularized(learnt.get(i), gradients.get(i)))
        .toList();
  }

  /** Variables that some task of this step reaches and that are not frozen. */
  private List<VariableSpec> learnt() {
    return graph.learnable().stream()
        .filter(
            variable -> ParameterSteps.takesPart(tasks, variable.parameter().orElseThrow().tasks()))
        .toList();
  }

  /** The sum of the tasks' losses and of the gradients of vectors. */
  private Operand<TFloat32> checked(List<Operand<TFloat32>> gradients) {
    List<Operand<TFloat32>> sums = new ArrayList<>();
    tasks.stream().forEach(task -> sums.add(graph.losses().of(task).mean()));
    sums.addAll(steps.sumOfVectors(gradients));
    return steps.total(sums);
  }
}
