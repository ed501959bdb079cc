package dev.espalier.runtime.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Weights that solve a problem, and where it has no solution those of the last that had one. */
final class LastWeights implements GradientBalancing.Mixing {
  private final Function<Gram, Optional<double[]>> problem;
  private final double initial;
  private final double[] byTask;

  /**
   * @param problem of gradients that are not 0
   * @param initial the weight of a task without any solution yet
   */
  LastWeights(int tasks, double initial, Function<Gram, Optional<double[]>> problem) {
    this.problem = problem;
    this.initial = initial;
    this.byTask = Vectors.filled(tasks, initial);
  }

  @Override
  public List<double[]> memory() {
    return List.of(byTask);
  }

  /** Those of the tasks of a step; 0 for gradients of 0, unless there are no others. */
  @Override
  public double[] weights(TaskGradients gradients) {
    Gram gram = gradients.gram();
    int[] directed = gram.directed();
    if (gram.size() == 1) {
      return new double[] {1};
    }
    if (directed.length == 0) {
      return Vectors.filled(gram.size(), initial);
    }
    int[] tasks = Arrays.stream(directed).map(i -> gradients.tasks()[i]).toArray();
    problem
        .apply(gram.of(directed))
        .ifPresent(
            solution ->
                IntStream.range(0, tasks.length).forEach(i -> byTask[tasks[i]] = solution[i]));
    double[] weights = new double[gram.size()];
    for (int i = 0; i < tasks.length; i++) {
      weights[directed[i]] = byTask[tasks[i]];
    }
    return weights;
  }
}
