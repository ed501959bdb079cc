package dev.espalier.runtime.graph;

import java.util.Arrays;

/** Losses as the books have them, in plain double precision. */
final class LossFormulas {
  private LossFormulas() {}

  /** The loss of a row: its logits and its label. */
  @FunctionalInterface
  interface Row {
    double of(double[] logits, double[] label);
  }

  /** The loss of a single label with logit x. */
  @FunctionalInterface
  interface One {
    double of(double x, double z);
  }

  /** The factor of label j where it is z. */
  @FunctionalInterface
  interface Factor {
    double of(int j, double z);
  }

  static Factor factor() {
    return (j, z) -> 1;
  }

  static Row labels(One one, Factor factor) {
    return (x, z) -> {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += factor.of(j, z[j]) * one.of(x[j], z[j]);
      }
      return sum / x.length;
    };
  }

  static One sigmoid(double smoothing) {
    return (x, z) -> {
      double yes = z * (1 - smoothing) + smoothing / 2;
      return yes * minusLogSigmoid(x) + (1 - yes) * minusLogSigmoid(-x);
    };
  }

  static One focal(double gamma) {
    return (x, z) -> {
      double loss = minusLogSigmoid(z == 1 ? x : -x);
      return Math.pow(-Math.expm1(-loss), gamma) * loss;
    };
  }

  private static double minusLogSigmoid(double x) {
    return x > 0 ? Math.log1p(Math.exp(-x)) : -x + Math.log1p(Math.exp(x));
  }

  static Row classes(double smoothing) {
    return (x, z) -> {
      double loss = 0;
      for (int j = 0; j < x.length; j++) {
        loss -= (z[j] * (1 - smoothing) + smoothing / x.length) * (x[j] - logSumExp(x));
      }
      return loss;
    };
  }

  static Row weighted(Row row, double... weights) {
    return (x, z) -> {
      double factor = 0;
      for (int j = 0; j < z.length; j++) {
        factor += weights[j] * z[j];
      }
      return factor * row.of(x, z);
    };
  }

  static Row softmaxFocal(double gamma) {
    return (x, z) -> {
      double loss = classes(0).of(x, z);
      return Math.pow(-Math.expm1(-loss), gamma) * loss;
    };
  }

  private static double logSumExp(double... x) {
    double max = Arrays.stream(x).max().orElseThrow();
    return max + Math.log(Arrays.stream(x).map(v -> Math.exp(v - max)).sum());
  }

  static double huber(double d, double delta) {
    double size = Math.abs(d);
    return size <= delta ? d * d / 2 : delta * (size - delta / 2);
  }
}
