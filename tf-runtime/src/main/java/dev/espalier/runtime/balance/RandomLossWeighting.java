package dev.espalier.runtime.balance;

import java.util.Arrays;
import java.util.SplittableRandom;

/** {@code softmax(z)} with standard normal draws {@code z}, new ones in each step. */
record RandomLossWeighting() implements LossBalancing {

  @Override
  public String name() {
    return "random loss weighting";
  }

  @Override
  public Weighing start(Beginning run) {
    int[] trained = run.trained();
    return (step, tasks) -> {
      SplittableRandom random = new SplittableRandom(31 * run.seed() + step);
      double[] draws = new double[trained.length];
      Arrays.setAll(draws, i -> random.nextGaussian());
      double[] weights = Vectors.softmax(draws);
      return Arrays.stream(tasks)
          .mapToDouble(task -> weights[Arrays.binarySearch(trained, task)])
          .toArray();
    };
  }
}
