package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.Gram;
import dev.espalier.runtime.balance.TaskGradients;
import dev.espalier.runtime.session.VariableSpec;
import java.util.BitSet;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The inner products of some tasks' gradients with respect to the parameters that they share.
 *
 * @param tasks those that share any
 * @param products {@code [tasks, tasks]}
 */
record GradientProducts(int[] tasks, Operand<TFloat32> products) {

  /** For a set of tasks of which one at least shares parameters. */
  static GradientProducts of(Ops tf, TrainingGraph graph, BitSet tasks) {
    List<VariableSpec> shared = graph.shared(tasks);
    TaskPasses passes = new TaskPasses(ParameterSteps.of(tf, graph, tasks), tasks, shared);
    return new GradientProducts(passes.sharing(), TaskPasses.products(tf, passes.rows()));
  }

  /** What a run found, as methods take it. */
  static TaskGradients read(
      int epoch, int[] tasks, StepInputs inputs, double[] losses, TFloat32 products) {
    double[] weighted = new double[tasks.length];
    double[][] values = new double[tasks.length][tasks.length];
    for (int i = 0; i < tasks.length; i++) {
      weighted[i] = inputs.lossWeights()[tasks[i]] * losses[tasks[i]];
      for (int j = 0; j < tasks.length; j++) {
        values[i][j] = products.getFloat(i, j);
      }
    }
    return new TaskGradients(inputs.step(), epoch, tasks, weighted, Gram.of(values));
  }
}
