package dev.espalier.runtime.balance;

import java.util.Arrays;
import java.util.List;

/** {@code sum e^s_i L_i - s_i}; s is learnt. */
record ImtlL(double rate) implements LossBalancing {

  ImtlL {
    Ranges.requirePositive("IMTL-L", "rate", rate);
  }

  @Override
  public String name() {
    return "IMTL-L";
  }

  @Override
  public Weighing start(Beginning run) {
    LogVariances s = new LogVariances(run.tasks().size(), 0, rate);
    return new Weighing() {
      @Override
      public double[] weights(long step, int[] tasks) {
        return Arrays.stream(tasks).mapToDouble(task -> Math.exp(s.of(task))).toArray();
      }

      @Override
      public List<double[]> memory() {
        return s.memory();
      }

      @Override
      public void stepped(StepLosses found) {
        for (int i = 0; i < found.tasks().length; i++) {
          int task = found.tasks()[i];
          s.descend(task, Math.exp(s.of(task)) * found.losses()[i] - 1);
        }
      }
    };
  }
}
