package dev.espalier.runtime.balance;

import java.util.Arrays;
import java.util.List;

/** {@code T softmax(r / temperature)}, with {@code r} how losses fell from epoch to epoch. */
record DynamicWeightAverage(double temperature) implements LossBalancing {
  /** Beyond this, the earlier loss was rounding. */
  private static final double MOST = 1e100;

  DynamicWeightAverage {
    Ranges.requirePositive("dynamic weight average", "temperature", temperature);
  }

  @Override
  public String name() {
    return "dynamic weight average";
  }

  @Override
  public Weighing start(Beginning run) {
    int[] trained = run.trained();
    double[] last = Vectors.filled(run.tasks().size(), Double.NaN);
    double[] before = last.clone();
    return new Weighing() {
      @Override
      public double[] weights(long step, int[] tasks) {
        double[] z = new double[trained.length];
        Arrays.setAll(z, i -> ratio(last[trained[i]], before[trained[i]]) / temperature);
        double[] weights = Vectors.scaled(Vectors.softmax(z), z.length);
        return Arrays.stream(tasks)
            .mapToDouble(task -> weights[Arrays.binarySearch(trained, task)])
            .toArray();
      }

      @Override
      public List<double[]> memory() {
        return List.of(last, before);
      }

      @Override
      public void epochEnded(int epoch, double[] losses) {
        for (int task = 0; task < losses.length; task++) {
          if (!Double.isNaN(losses[task])) {
            before[task] = last[task];
            last[task] = losses[task];
          }
        }
      }
    };
  }

  /** 1, no change, where there is nothing to compare. */
  private static double ratio(double last, double before) {
    double ratio = last / before;
    return before > 0 && ratio >= 0 && ratio <= MOST ? ratio : 1;
  }
}
