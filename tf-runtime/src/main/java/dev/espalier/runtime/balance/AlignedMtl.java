package dev.espalier.runtime.balance;

/**
 * {@code sqrt(least) M^-1/2 1}: gradients made orthogonal, and as long as the weakest component.
 */
record AlignedMtl() implements GramBalancing {

  @Override
  public String name() {
    return "Aligned-MTL";
  }

  @Override
  public double[] weights(Gram gram) {
    double[] ones = Vectors.filled(gram.size(), 1);
    double trace = gram.trace();
    if (trace == 0) {
      return ones;
    }
    Spectrum spectrum = Spectrum.of(gram.times(1 / trace).toArray());
    double least = spectrum.least();
    return spectrum.apply(value -> Math.sqrt(least / value), ones);
  }
}
