package dev.espalier.runtime.balance;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Moves the weights of tasks that do better than the others away from the others' weights. */
record TaskExponent(double rate, double least) implements LossBalancing {
  /** The rule has no bound of its own; a task that is ahead for ever would end at infinity. */
  private static final double MOST = 1e6;

  TaskExponent {
    Ranges.requireNotNegative("the task-exponent rule", "rate", rate);
    Ranges.requirePart("the task-exponent rule", "least weight", least);
  }

  @Override
  public String name() {
    return "task-exponent rule";
  }

  @Override
  public Weighing start(Beginning run) {
    double[] weights = initial(run);
    return new Weighing() {
      @Override
      public double[] weights(long step, int[] tasks) {
        return Arrays.stream(tasks).mapToDouble(task -> weights[task]).toArray();
      }

      @Override
      public List<double[]> memory() {
        return List.of(weights);
      }

      @Override
      public void epochEnded(int epoch, double[] losses) {
        int[] there =
            IntStream.range(0, losses.length)
                .filter(task -> run.tasks().get(task).trained() && !Double.isNaN(losses[task]))
                .toArray();
        if (there.length > 1) {
          adapt(weights, losses, there);
        }
      }
    };
  }

  /** Draws that sum to 1 over the tasks that are trained. */
  private static double[] initial(Beginning run) {
    SplittableRandom random = new SplittableRandom(run.seed());
    double[] weights = new double[run.tasks().size()];
    Arrays.setAll(weights, task -> 1 - random.nextDouble());
    Arrays.setAll(weights, task -> run.tasks().get(task).trained() ? weights[task] : 0);
    double sum = Vectors.sum(weights);
    return sum > 0 ? Vectors.scaled(weights, 1 / sum) : weights;
  }

  private void adapt(double[] weights, double[] losses, int[] tasks) {
    double[] before = weights.clone();
    for (int task : tasks) {
      if (losses[task] < meanOfOthers(losses, task, tasks)) {
        double distance = before[task] - meanOfOthers(before, task, tasks);
        double moved = before[task] + rate * distance;
        weights[task] = Math.min(Math.max(moved, least), MOST);
      }
    }
  }

  private static double meanOfOthers(double[] values, int task, int[] tasks) {
    return Arrays.stream(tasks)
        .filter(other -> other != task)
        .mapToDouble(other -> values[other])
        .average()
        .orElseThrow();
  }
}
