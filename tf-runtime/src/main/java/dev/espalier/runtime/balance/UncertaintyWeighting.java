package dev.espalier.runtime.balance;

import dev.espalier.dsl.UncertaintyForm;
import java.util.Arrays;
import java.util.List;

/** {@code sum e^-s_i L_i / 2 + s_i / 2}, for classes without the half of the loss; s is learnt. */
record UncertaintyWeighting(UncertaintyForm form, double initial, double rate)
    implements LossBalancing {

  UncertaintyWeighting {
    Ranges.requireSize("uncertainty weighting", "initial value", initial, 10);
    Ranges.requirePositive("uncertainty weighting", "rate", rate);
  }

  @Override
  public String name() {
    return "uncertainty weighting";
  }

  @Override
  public Weighing start(Beginning run) {
    int n = run.tasks().size();
    double[] halves = new double[n];
    Arrays.setAll(halves, task -> ofRegression(run.tasks().get(task)) ? 0.5 : 1);
    LogVariances s = new LogVariances(n, initial, rate);
    return new Weighing() {
      @Override
      public double[] weights(long step, int[] tasks) {
        return Arrays.stream(tasks).mapToDouble(t -> halves[t] * Math.exp(-s.of(t))).toArray();
      }

      @Override
      public List<double[]> memory() {
        return s.memory();
      }

      @Override
      public void stepped(StepLosses found) {
        for (int i = 0; i < found.tasks().length; i++) {
          int task = found.tasks()[i];
          s.descend(task, 0.5 - halves[task] * Math.exp(-s.of(task)) * found.losses()[i]);
        }
      }
    };
  }

  private boolean ofRegression(WeighedTask task) {
    return switch (form) {
      case BY_KIND -> task.regression();
      case OF_REGRESSION -> true;
      case OF_CLASSIFICATION -> false;
    };
  }
}
