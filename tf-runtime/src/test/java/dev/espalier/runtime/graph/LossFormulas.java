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

  static double logCosh(double d) {
    return Math.abs(d) < 20 ? Math.log(Math.cosh(d)) : Math.abs(d) - Math.log(2);
  }

  /** A straight line beyond 30. */
  static double poisson(double z, double y) {
    double rate = z <= 30 ? Math.exp(z) : Math.exp(30) * (1 + z - 30);
    return rate - y * z;
  }

  static One hinge(int power) {
    return (x, z) -> Math.pow(Math.max(0, 1 - (z == 1 ? x : -x)), power);
  }

  /** Every other class is 1 below the label's, as far as it isn't. */
  static Row classHinge(int power) {
    return (x, z) -> {
      double own = 0;
      double other = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < x.length; j++) {
        own += z[j] * x[j];
        other = z[j] == 1 ? other : Math.max(other, x[j]);
      }
      return Math.pow(Math.max(0, 1 + other - own), power);
    };
  }

  static Row labelDice(double smooth) {
    return (x, z) -> {
      double[] p = Arrays.stream(x).map(v -> 1 / (1 + Math.exp(-v))).toArray();
      return 1 - dice(p, z, smooth);
    };
  }

  static double dice(double[] p, double[] y, double smooth) {
    double both = 0;
    double each = 0;
    for (int i = 0; i < p.length; i++) {
      both += p[i] * y[i];
      each += p[i] + y[i];
    }
    return (2 * both + smooth) / (each + smooth);
  }

  static double[] softmax(double... x) {
    double all = logSumExp(x);
    return Arrays.stream(x).map(v -> Math.exp(v - all)).toArray();
  }

  /** Zero shares cost nothing. */
  static double kl(double[] x, double[] y) {
    double[] p = softmax(x);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] == 0 ? 0 : y[i] * Math.log(y[i] / p[i]);
    }
    return sum;
  }

  static double cosineDistance(double[] x, double[] y) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += x[i] * y[i];
      xx += x[i] * x[i];
      yy += y[i] * y[i];
    }
    return 1 - (xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy));
  }
}
