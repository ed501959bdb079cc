package dev.espalier.runtime.balance;

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
    return new LastWeights(
        run.tasks(), 1.0 / run.tasks(), gram -> PowerFixedPoint.solve(gram, 1 / alpha));
  }
}
