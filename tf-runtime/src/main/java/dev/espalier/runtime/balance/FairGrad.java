package dev.espalier.runtime.balance;

import java.util.Arrays;

/** The solution of {@code (M w)_i = w_i^(-1 / alpha)}. */
record FairGrad(double alpha) implements GradientBalancing {

  FairGrad {
    Ranges.requirePositive("FairGrad", "alpha", alpha);
  }

  @Override
  public String name() {
    return "FairGrad";
  }

  @Override
  public Mixing start(Start run) {
    LastWeights last = new LastWeights(run.tasks(), 1.0 / run.tasks());
    return gradients -> {
      Gram gram = gradients.gram();
      int[] directed = gram.directed();
      double[] weights = new double[gram.size()];
      if (gram.size() == 1 || directed.length == 0) {
        Arrays.fill(weights, 1.0 / weights.length);
        return weights;
      }
      int[] tasks = Arrays.stream(directed).map(i -> gradients.tasks()[i]).toArray();
      double[] found = last.next(tasks, PowerFixedPoint.solve(gram.of(directed), 1 / alpha));
      for (int i = 0; i < found.length; i++) {
        weights[directed[i]] = found[i];
      }
      return weights;
    };
  }
}
