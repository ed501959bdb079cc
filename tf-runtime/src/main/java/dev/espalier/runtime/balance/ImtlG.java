package dev.espalier.runtime.balance;

import java.util.Arrays;

/** The direction on which all unit gradients have equal projections. */
record ImtlG() implements GramBalancing {
  /** Far below 1, the least length that independent unit gradients give. */
  private static final double NOTHING = 1e-6;

  /** What is left of weights that cancel out, by rounding. */
  private static final double LEAST_SUM = 1e-12;

  @Override
  public String name() {
    return "IMTL-G";
  }

  @Override
  public double[] weights(Gram gram) {
    int[] directed = gram.directed();
    int n = gram.size();
    if (directed.length == 0) {
      return Vectors.filled(n, 1.0 / n);
    }
    Gram unit = gram.cosines();
    double[] ones = new double[n];
    for (int i : directed) {
      ones[i] = 1;
    }
    double[] weights = Spectrum.of(unit.toArray()).apply(value -> 1 / value, ones);
    double least = Arrays.stream(directed).mapToDouble(gram::norm).min().getAsDouble();
    double[] multiples = new double[n];
    for (int i : directed) {
      multiples[i] = weights[i] * (least / gram.norm(i));
    }
    double sum = Math.abs(Vectors.sum(multiples));
    if (unit.length(weights) <= NOTHING || sum <= LEAST_SUM * Vectors.sumOfSizes(multiples)) {
      return new double[n];
    }
    return Vectors.scaled(multiples, 1 / sum);
  }
}
