package dev.espalier.runtime.balance;

import java.util.Arrays;

/**
 * An objective that is made of the logarithms of losses: the weight of a loss is {@code K z_i /
 * D_i} with {@code D_i = max(L_i - bound, 0) + margin}, shares {@code z = softmax(logits + power
 * log D)}, and {@code K} the scale, a mean under the same shares.
 *
 * <p>The weights count as constants where gradients are taken. A loss that is not above the bound
 * has no share, and weight 0.
 *
 * @param scale what {@code K} is
 * @param bound below all losses
 * @param margin what keeps logarithms finite, above 0
 */
public record LogObjective(LossScale scale, double bound, double margin) {
  /** Further below the bound than this, a loss is there by more than rounding. */
  private static final double ROUNDING = 1e-4;

  /** The weights of some tasks. */
  public double[] weights(double[] losses, double[] logits, double power) {
    int n = losses.length;
    double[] logs = logs(losses);
    double[] exponents = new double[n];
    Arrays.setAll(
        exponents, i -> losses[i] > bound ? logits[i] + power * logs[i] : Double.NEGATIVE_INFINITY);
    if (Arrays.stream(exponents).allMatch(each -> each == Double.NEGATIVE_INFINITY)) {
      return new double[n];
    }
    double[] shares = Vectors.softmax(exponents);
    double[] weights = new double[n];
    Arrays.setAll(weights, i -> shares[i] * Math.exp(-logs[i]));
    return Vectors.scaled(weights, scale(weights, shares, logs));
  }

  /** The logarithms of the losses. */
  double[] logs(double[] losses) {
    double[] logs = new double[losses.length];
    Arrays.setAll(logs, i -> Math.log(Math.max(losses[i] - bound, 0) + margin));
    return logs;
  }

  /** Whether a loss has no logarithm, and not by rounding alone. */
  public boolean isBelow(double loss) {
    return loss < bound - ROUNDING;
  }

  private double scale(double[] weights, double[] shares, double[] logs) {
    return switch (scale) {
      case TASK_COUNT -> (double) Arrays.stream(weights).filter(weight -> weight > 0).count();
      case GEOMETRIC_MEAN -> Math.exp(Vectors.dot(shares, logs));
      case HARMONIC_MEAN -> 1 / Vectors.sum(weights);
    };
  }
}
