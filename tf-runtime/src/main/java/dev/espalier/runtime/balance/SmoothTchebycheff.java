package dev.espalier.runtime.balance;

import dev.espalier.runtime.TrainingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code T mu log sum exp(log(L_i / n_i) / mu)} after a warm-up of {@code sum log L_i}, the last
 * epoch of which says {@code n}.
 */
record SmoothTchebycheff(double mu, int warmUp) implements LossBalancing {
  private static final LogObjective OBJECTIVE = new LogObjective(LossScale.TASK_COUNT, 0, 1e-30);

  SmoothTchebycheff {
    Ranges.requirePositive("smooth Tchebycheff", "mu", mu);
    Ranges.requireNotNegative("smooth Tchebycheff", "warm-up", warmUp);
  }

  @Override
  public String name() {
    return "smooth Tchebycheff";
  }

  @Override
  public Optional<LogObjective> logarithms() {
    return Optional.of(OBJECTIVE);
  }

  @Override
  public Weighing start(Beginning run) {
    if (warmUp >= run.epochs()) {
      throw new TrainingException(
          "The warm-up of smooth Tchebycheff has %d epochs and the run %d, so that it would never begin. Expected a shorter warm-up or a longer run."
              .formatted(warmUp, run.epochs()));
    }
    return new Ended(run.tasks().size());
  }

  private final class Ended implements Weighing {
    /** The logarithms of what losses are divided by, NaN until known. */
    private final double[] logs;

    /** How many epochs have ended. */
    private final double[] epochs = new double[1];

    Ended(int tasks) {
      logs = Vectors.filled(tasks, Double.NaN);
    }

    @Override
    public double power() {
      return epochs[0] < warmUp ? 0 : 1 / mu;
    }

    @Override
    public double[] weights(long step, int[] tasks) {
      double power = power();
      return Arrays.stream(tasks)
          .mapToDouble(task -> Double.isNaN(logs[task]) ? 0 : -power * logs[task])
          .toArray();
    }

    @Override
    public List<double[]> memory() {
      return List.of(logs, epochs);
    }

    @Override
    public void epochEnded(int epoch, double[] losses) {
      epochs[0] = epoch;
      if (warmUp == 0) {
        return;
      }
      for (int task = 0; task < losses.length; task++) {
        boolean wanted = epoch <= warmUp || Double.isNaN(logs[task]);
        if (wanted && losses[task] > 0) {
          logs[task] = Math.log(losses[task]);
        }
      }
    }
  }
}
