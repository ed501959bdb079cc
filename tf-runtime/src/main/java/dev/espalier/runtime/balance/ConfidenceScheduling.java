package dev.espalier.runtime.balance;

import dev.espalier.dsl.Certainty;
import dev.espalier.runtime.TrainingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Weights in proportion to a power of how sure, or unsure, the tasks' predictions are. */
record ConfidenceScheduling(Certainty follow, double exponent, double memory)
    implements LossBalancing {
  /** The least that an average counts as: a task that is quite sure goes on, slowly. */
  private static final double LEAST = 1e-3;

  ConfidenceScheduling {
    Ranges.requireSize("confidence scheduling", "exponent", exponent, 10);
    Ranges.requireShare("confidence scheduling", "memory", memory);
  }

  @Override
  public String name() {
    return "confidence scheduling";
  }

  @Override
  public Optional<Certainty> certainty() {
    return Optional.of(follow);
  }

  @Override
  public Weighing start(Beginning run) {
    if (run.tasks().stream().filter(task -> task.trained() && !task.regression()).count() < 2) {
      throw new TrainingException(
          "Confidence scheduling weighs tasks that predict probabilities. Expected two of them or more among %s."
              .formatted(run.tasks().stream().map(task -> "`" + task.name() + "`").toList()));
    }
    double[] averages = Vectors.filled(run.tasks().size(), Double.NaN);
    return new Weighing() {
      @Override
      public double[] weights(long step, int[] tasks) {
        return ConfidenceScheduling.this.weights(averages, tasks);
      }

      @Override
      public List<double[]> memory() {
        return List.of(averages);
      }

      @Override
      public void stepped(StepLosses found) {
        for (int i = 0; i < found.tasks().length; i++) {
          double now = found.certainty()[i];
          double average = averages[found.tasks()[i]];
          if (!Double.isNaN(now)) {
            averages[found.tasks()[i]] =
                Double.isNaN(average) ? now : memory * average + (1 - memory) * now;
          }
        }
      }
    };
  }

  /** 1 for what is not measured, and so much together for each that is. */
  private double[] weights(double[] averages, int[] tasks) {
    int[] measured =
        IntStream.range(0, averages.length).filter(i -> !Double.isNaN(averages[i])).toArray();
    double sum = Arrays.stream(measured).mapToDouble(task -> power(averages[task])).sum();
    return Arrays.stream(tasks)
        .mapToDouble(
            task ->
                Double.isNaN(averages[task]) ? 1 : measured.length * power(averages[task]) / sum)
        .toArray();
  }

  private double power(double average) {
    return Math.pow(Math.max(average, LEAST), exponent);
  }
}
