package dev.espalier.runtime.balance;

import dev.espalier.dsl.MgdaNormalization;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The shortest convex combination of the gradients. */
record Mgda(MgdaNormalization normalization) implements GradientBalancing {

  @Override
  public String name() {
    return "MGDA";
  }

  @Override
  public Mixing start(Start run) {
    return gradients -> {
      Gram gram = gradients.gram();
      if (gram.size() == 1) {
        return new double[] {1};
      }
      return MinimumNorm.weights(
          switch (normalization) {
            case AS_GIVEN -> gram;
            case LENGTH -> gram.cosines();
            case LOSS -> over(gram, gradients.losses());
            case LOSS_TIMES_LENGTH -> over(gram.cosines(), gradients.losses());
          });
    };
  }

  /**
   * Of gradients over their losses, all times the least loss: a loss of 0 or less is not divided
   * by.
   */
  private static Gram over(Gram gram, double[] losses) {
    double least = Arrays.stream(losses).filter(loss -> loss > 0).min().orElse(1);
    double[] factors = new double[losses.length];
    Arrays.setAll(factors, i -> losses[i] > 0 ? least / losses[i] : 1);
    double[][] scaled = gram.toArray();
    IntStream.range(0, scaled.length)
        .forEach(i -> Arrays.setAll(scaled[i], j -> scaled[i][j] * factors[i] * factors[j]));
    return Gram.of(scaled);
  }
}
