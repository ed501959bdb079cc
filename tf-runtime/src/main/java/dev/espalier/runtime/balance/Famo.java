package dev.espalier.runtime.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code c sum z_i log(L_i - bound)}; shares are learnt from how much each step helped. */
record Famo(double rate, double decay, double bound, double maxNorm) implements LossBalancing {
  private static final double MARGIN = 1e-8;

  Famo {
    Ranges.requirePositive("FAMO", "rate", rate);
    Ranges.requireNotNegative("FAMO", "decay", decay);
    Ranges.requireSize("FAMO", "bound", bound, Float.MAX_VALUE);
    Ranges.requireNotNegative("FAMO", "max norm", maxNorm);
  }

  @Override
  public String name() {
    return "FAMO";
  }

  @Override
  public Optional<LogObjective> logarithms() {
    return Optional.of(new LogObjective(LossScale.HARMONIC_MEAN, bound, MARGIN));
  }

  @Override
  public boolean looksAgain() {
    return true;
  }

  @Override
  public Weighing start(Beginning run) {
    double[] logits = new double[run.tasks().size()];
    TaskAdam adam = new TaskAdam(logits.length, rate);
    return new Weighing() {
      @Override
      public double[] weights(long step, int[] tasks) {
        return Arrays.stream(tasks).mapToDouble(task -> logits[task]).toArray();
      }

      @Override
      public List<double[]> memory() {
        List<double[]> memory = new ArrayList<>(adam.memory());
        memory.add(logits);
        return memory;
      }

      @Override
      public void stepped(StepLosses found) {
        // Of one task alone there is nothing to learn, nor from a step that went astray.
        if (found.tasks().length > 1 && Arrays.stream(found.after()).allMatch(Double::isFinite)) {
          learn(found, weights(0, found.tasks()));
        }
      }

      private void learn(StepLosses found, double[] before) {
        double[] shares = Vectors.softmax(before);
        double[] gains = gains(found);
        double mean = Vectors.dot(shares, gains);
        for (int i = 0; i < before.length; i++) {
          double slope = shares[i] * (gains[i] - mean) + decay * before[i];
          logits[found.tasks()[i]] += adam.move(found.tasks()[i], slope);
        }
      }
    };
  }

  private double[] gains(StepLosses found) {
    LogObjective objective = logarithms().orElseThrow();
    double[] gains = objective.logs(found.losses());
    double[] after = objective.logs(found.after());
    Arrays.setAll(gains, i -> gains[i] - after[i]);
    return gains;
  }
}
