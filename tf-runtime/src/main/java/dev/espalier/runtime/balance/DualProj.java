package dev.espalier.runtime.balance;

/** The mean gradient, projected to where it conflicts with none. */
record DualProj(double regularization) implements GramBalancing {

  DualProj {
    Ranges.requireNotNegative("DualProj", "regularization", regularization);
  }

  @Override
  public String name() {
    return "DualProj";
  }

  @Override
  public double[] weights(Gram gram) {
    double[] mean = Vectors.filled(gram.size(), 1.0 / gram.size());
    return new DualCone(gram, regularization).project(mean);
  }
}
