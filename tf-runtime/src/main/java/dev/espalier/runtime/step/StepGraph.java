package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.LossBalancing;
import dev.espalier.runtime.session.VariableSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
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
  private final LossBalancing method;
  private final ParameterSteps steps;
  private final Operation step;
  private final Operand<TFloat32> checked;

  StepGraph(Ops tf, TrainingGraph graph, BitSet tasks, LossBalancing method) {
    this.tf = tf;
    this.graph = graph;
    this.tasks = tasks;
    this.method = method;
    this.steps = ParameterSteps.of(tf, graph, tasks);
    List<VariableSpec> learnt = graph.learnable(tasks);
    List<Operand<TFloat32>> gradients = gradients(learnt);
    checked = steps.checked(tasks, gradients, List.of());
    step = steps.step(tasks, learnt, gradients, checked);
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
   * The gradients of the tasks' mean losses, each times its weight, clipped where a method wants
   * it, and regularized.
   *
   * <p>They start at the single losses: what each counts in the objective is known, and no gradient
   * has to find its way back through sums and divisions.
   */
  private List<Operand<TFloat32>> gradients(List<VariableSpec> learnt) {
    if (learnt.isEmpty()) {
      return List.of();
    }
    List<Operand<TFloat32>> losses = new ArrayList<>();
    tasks.stream().forEach(task -> losses.add(graph.losses().of(task).losses()));
    return steps.regularized(
        learnt,
        steps.limited(
            graph.shared(tasks),
            method.maxNorm(),
            learnt,
            steps.gradients(losses, counts(), learnt, List.of())));
  }

  /** What each of the tasks' losses counts in the objective. */
  private List<Operand<TFloat32>> counts() {
    int[] indices = tasks.stream().toArray();
    Optional<Operand<TFloat32>> weights =
        method
            .logarithms()
            .map(
                form -> {
                  LogWeights weighing = new LogWeights(tf, graph);
                  return weighing.of(
                      form, indices, weighing.means(indices), graph.logits(), graph.power());
                });
    List<Operand<TFloat32>> counts = new ArrayList<>();
    for (int i = 0; i < indices.length; i++) {
      Operand<TFloat32> given = graph.counts(tf, indices[i]);
      int[] place = {i};
      counts.add(
          weights
              .<Operand<TFloat32>>map(
                  all -> tf.math.mul(given, tf.slice(all, tf.constant(place), tf.array(1))))
              .orElse(given));
    }
    return counts;
  }
}
