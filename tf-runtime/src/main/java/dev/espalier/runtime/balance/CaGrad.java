package dev.espalier.runtime.balance;

import dev.espalier.dsl.CaGradRescale;
import java.util.Arrays;

/**
 * The mean gradient {@code m}, moved by at most {@code c |m|} to where the task that gains least
 * gains most.
 *
 * <p>The weights {@code w} minimise {@code m'Gw + c |m| |Gw|} over the simplex. With the length
 * {@code q = |Gw|} known, they are those of the shortest convex combination of {@code g_i + rho m}
 * with {@code rho = q / (c |m|)}, and {@code |Gw| - q} changes its sign once, at the {@code q}
 * sought: the minimum over {@code w} of the jointly convex {@code m'Gw + c |m| (|Gw|^2 / q + q) /
 * 2} is convex in {@code q}, and that is its slope.
 */
record CaGrad(double c, CaGradRescale rescale) implements GramBalancing {
  private static final int MOST_ROUNDS = 100;
  private static final double ROUNDING = 1e-13;
  private static final double LEAST = 1e-20;

  /** What is left of lengths that cancel out, by the rounding of their squares. */
  private static final double NOTHING = 1e-7;

  /** Where the search begins if lengths may cancel out: well above their rounding. */
  private static final double SHORT = 1e-5;

  CaGrad {
    Ranges.requireNotNegative("CAGrad", "c", c);
  }

  @Override
  public String name() {
    return "CAGrad";
  }

  @Override
  public double[] weights(Gram gram) {
    int n = gram.size();
    double[] mean = Vectors.filled(n, 1.0 / n);
    double trace = gram.trace();
    if (trace > 0) {
      Gram unit = gram.times(1 / trace);
      double[] shortest = MinimumNorm.weights(unit);
      boolean stationary = unit.length(shortest) <= NOTHING * unit.unreduced(shortest);
      if (stationary && c >= 1) {
        return new double[n];
      }
      double radius = c * unit.length(mean);
      if (radius > LEAST) {
        double[] worst = worst(unit, radius, stationary ? SHORT : unit.length(shortest));
        double length = Math.max(unit.length(worst), LEAST);
        Arrays.setAll(mean, i -> mean[i] + radius / length * worst[i]);
      }
    }
    return Vectors.scaled(mean, 1 / divisor());
  }

  private double divisor() {
    return switch (rescale) {
      case UNSCALED -> 1;
      case ONE_PLUS_C_SQUARED -> 1 + c * c;
      case ONE_PLUS_C -> 1 + c;
    };
  }

  /**
   * The weights of the tasks that gain least, by false position with halving (Illinois), between
   * the logarithms of lengths: where gradients cancel out, {@code |Gw|} is a multiple of {@code q}.
   */
  private static double[] worst(Gram gram, double radius, double shortest) {
    double low = Math.log(shortest);
    double[] weights = MinimumNorm.weights(shifted(gram, shortest / radius));
    double lowExcess = excess(gram, weights, low);
    // No mixture is longer than the root of the trace.
    double high = Math.log(gram.trace()) / 2 + ROUNDING;
    double highExcess = low - high;
    for (int round = 0; lowExcess > ROUNDING && round < MOST_ROUNDS; round++) {
      double place = (low * highExcess - high * lowExcess) / (highExcess - lowExcess);
      weights = MinimumNorm.weights(shifted(gram, Math.exp(place) / radius));
      double excess = excess(gram, weights, place);
      if (Math.abs(excess) <= ROUNDING || !(low < place && place < high)) {
        break;
      } else if (excess > 0) {
        low = place;
        lowExcess = excess;
        highExcess /= 2;
      } else {
        high = place;
        highExcess = excess;
        lowExcess /= 2;
      }
    }
    return weights;
  }

  private static double excess(Gram gram, double[] weights, double place) {
    return Math.log(Math.max(gram.length(weights), LEAST)) - place;
  }

  /** The inner products of {@code g_i + rho m}. */
  private static Gram shifted(Gram gram, double rho) {
    double[] mean = Vectors.filled(gram.size(), 1.0 / gram.size());
    double[] products = gram.project(mean);
    double square = Vectors.dot(mean, products);
    double[][] shifted = gram.toArray();
    for (int i = 0; i < shifted.length; i++) {
      for (int j = 0; j < shifted.length; j++) {
        shifted[i][j] += rho * (products[i] + products[j]) + rho * rho * square;
      }
    }
    return Gram.of(shifted);
  }
}
