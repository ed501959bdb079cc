package dev.espalier.runtime.balance;

import java.util.Arrays;
import java.util.Optional;

/** The weights that tasks had in the last step that had a solution. */
final class LastWeights {
  private final double[] byTask;

  LastWeights(int tasks, double initial) {
    byTask = Vectors.filled(tasks, initial);
  }

  /** Those of some tasks: the new ones if there are any, which are kept, and else the last. */
  double[] next(int[] tasks, Optional<double[]> found) {
    found.ifPresent(
        weights -> {
          for (int i = 0; i < tasks.length; i++) {
            byTask[tasks[i]] = weights[i];
          }
        });
    return Arrays.stream(tasks).mapToDouble(task -> byTask[task]).toArray();
  }
}
