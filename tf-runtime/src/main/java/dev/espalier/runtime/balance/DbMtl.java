package dev.espalier.runtime.balance;

import java.util.Arrays;

/** Gradients of logarithms of losses, averaged over steps, all as long as the longest. */
record DbMtl(double beta, double betaDecay) implements GramBalancing {

  DbMtl {
    Ranges.requirePart("DB-MTL", "beta", beta);
    Ranges.requireNotNegative("DB-MTL", "decay of beta", betaDecay);
  }

  @Override
  public String name() {
    return "DB-MTL";
  }

  @Override
  public GradientForm form() {
    return GradientForm.LOG_LOSS;
  }

  @Override
  public boolean averages() {
    return true;
  }

  @Override
  public double averagingRate(long step) {
    return 1 - beta / Math.pow((double) step, betaDecay);
  }

  @Override
  public double[] weights(Gram gram) {
    int[] directed = gram.directed();
    if (directed.length == 0) {
      return Vectors.filled(gram.size(), 1);
    }
    double longest = Arrays.stream(directed).mapToDouble(gram::norm).max().getAsDouble();
    double[] weights = new double[gram.size()];
    for (int i : directed) {
      weights[i] = longest / gram.norm(i);
    }
    return weights;
  }
}
