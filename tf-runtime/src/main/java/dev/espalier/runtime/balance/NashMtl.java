package dev.espalier.runtime.balance;

import java.util.Optional;

/** The bargaining solution {@code M w = 1 / w}, for {@code M} at Frobenius norm 1. */
record NashMtl(double maxNorm) implements GradientBalancing {

  NashMtl {
    Ranges.requireNotNegative("Nash-MTL", "max norm", maxNorm);
  }

  @Override
  public String name() {
    return "Nash-MTL";
  }

  @Override
  public Mixing start(Start run) {
    LastWeights last = new LastWeights(run.tasks(), 1, NashMtl::bargain);
    Mixing mixing =
        gradients -> {
          double[] weights = last.weights(gradients);
          return weights.length == 1 ? weights : clipped(gradients.gram(), weights);
        };
    return mixing.remembering(last.memory().toArray(double[][]::new));
  }

  private static Optional<double[]> bargain(Gram gram) {
    Gram unit = gram.times(1 / gram.trace());
    return PowerFixedPoint.solve(unit.times(1 / unit.frobenius()), 1);
  }

  private double[] clipped(Gram gram, double[] weights) {
    double length = gram.length(weights);
    boolean clips = maxNorm > 0 && length > maxNorm;
    return clips ? Vectors.scaled(weights, maxNorm / length) : weights;
  }
}
