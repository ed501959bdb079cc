package dev.espalier.runtime.balance;

/** The direction of equal cosines with all gradients, as long as the sum of their projections. */
record ConFig() implements GramBalancing {
  /** Far below 1, the least length that independent unit gradients give. */
  private static final double NOTHING = 1e-6;

  @Override
  public String name() {
    return "ConFIG";
  }

  @Override
  public double[] weights(Gram gram) {
    int n = gram.size();
    int[] directed = gram.directed();
    if (directed.length == 0) {
      return Vectors.filled(n, 1);
    }
    Gram unit = gram.cosines();
    double[] ones = new double[n];
    for (int i : directed) {
      ones[i] = 1;
    }
    double[] multiples = Spectrum.of(unit.toArray()).apply(value -> 1 / value, ones);
    double length = unit.length(multiples);
    double[] weights = new double[n];
    if (length > NOTHING) {
      double[] cosines = unit.project(multiples);
      double projections = 0;
      for (int i : directed) {
        projections += gram.norm(i) * (cosines[i] / length);
      }
      for (int i : directed) {
        weights[i] = projections / gram.norm(i) * (multiples[i] / length);
      }
    }
    return weights;
  }
}
