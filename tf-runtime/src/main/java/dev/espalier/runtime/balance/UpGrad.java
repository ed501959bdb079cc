package dev.espalier.runtime.balance;

import java.util.Arrays;

/** The mean of the gradients, each projected to where it conflicts with none. */
record UpGrad(double regularization) implements GramBalancing {

  UpGrad {
    Ranges.requireNotNegative("UPGrad", "regularization", regularization);
  }

  @Override
  public String name() {
    return "UPGrad";
  }

  @Override
  public double[] weights(Gram gram) {
    DualCone cone = new DualCone(gram, regularization);
    int n = gram.size();
    double[] sum = new double[n];
    for (int i = 0; i < n; i++) {
      double[] one = new double[n];
      one[i] = 1.0 / n;
      double[] projected = cone.project(one);
      Arrays.setAll(sum, j -> sum[j] + projected[j]);
    }
    return sum;
  }
}
