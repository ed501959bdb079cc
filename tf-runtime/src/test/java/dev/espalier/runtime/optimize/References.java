package dev.espalier.runtime.optimize;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/**
 * The optimizers as their papers read, in double precision and without TensorFlow. Each method is
 * named as the factory of {@code Optimizer} that it is the reference of.
 */
public final class References {
  private References() {}

  /** An optimizer of one parameter; keeps what it has to. */
  @FunctionalInterface
  public interface Reference {

    /**
     * The parameter after a step.
     *
     * @param decays whether penalties hold for it
     */
    double[] step(double[] w, double[] g, double rate, boolean decays);
  }

  /** An optimizer of one weight. */
  @FunctionalInterface
  private interface Rule {
    double step(double w, double g, double rate, boolean decays);
  }

  /** Each weight by a rule of its own. */
  private static Reference each(Supplier<Rule> rule) {
    Rule[][] rules = {null};
    return (w, g, rate, decays) -> {
      if (rules[0] == null) {
        rules[0] = new Rule[w.length];
        Arrays.setAll(rules[0], i -> rule.get());
      }
      double[] next = new double[w.length];
      Arrays.setAll(next, i -> rules[0][i].step(w[i], g[i], rate, decays));
      return next;
    };
  }

  public static Reference sgd(double momentum, boolean nesterov) {
    return each(
        () -> {
          double[] v = {0};
          return (w, g, rate, decays) -> {
            v[0] = momentum * v[0] + g;
            return w - rate * (nesterov ? g + momentum * v[0] : v[0]);
          };
        });
  }

  public static Reference adam(double beta1, double beta2, double epsilon) {
    return adamW(0, beta1, beta2, epsilon);
  }

  /** Of a parameter all of whose rows are looked up, and so Adam. */
  public static Reference lazyAdam(double beta1, double beta2, double epsilon) {
    return adam(beta1, beta2, epsilon);
  }

  public static Reference adamW(double decay, double beta1, double beta2, double epsilon) {
    return each(
        () -> {
          double[] m = {0};
          double[] v = {0};
          int[] t = {0};
          return (w, g, rate, decays) -> {
            t[0]++;
            m[0] = beta1 * m[0] + (1 - beta1) * g;
            v[0] = beta2 * v[0] + (1 - beta2) * g * g;
            double corrected =
                rate * Math.sqrt(1 - Math.pow(beta2, t[0])) / (1 - Math.pow(beta1, t[0]));
            double next = w - corrected * m[0] / (Math.sqrt(v[0]) + epsilon);
            return decays ? next - rate * decay * w : next;
          };
        });
  }

  public static Reference rmsProp(double rho, double momentum, double epsilon) {
    return each(
        () -> {
          double[] s = {0};
          double[] v = {0};
          return (w, g, rate, decays) -> {
            s[0] = rho * s[0] + (1 - rho) * g * g;
            v[0] = momentum * v[0] + rate * g / Math.sqrt(s[0] + epsilon);
            return w - v[0];
          };
        });
  }

  public static Reference adagrad(double initial, double epsilon) {
    return each(
        () -> {
          double[] s = {initial};
          return (w, g, rate, decays) -> {
            s[0] += g * g;
            return w - rate * g / (Math.sqrt(s[0]) + epsilon);
          };
        });
  }

  public static Reference adadelta(double rho, double epsilon) {
    return each(
        () -> {
          double[] s = {0};
          double[] u = {0};
          return (w, g, rate, decays) -> {
            s[0] = rho * s[0] + (1 - rho) * g * g;
            double d = Math.sqrt(u[0] + epsilon) / Math.sqrt(s[0] + epsilon) * g;
            u[0] = rho * u[0] + (1 - rho) * d * d;
            return w - rate * d;
          };
        });
  }

  public static Reference adamax(double beta1, double beta2, double epsilon) {
    return each(
        () -> {
          double[] m = {0};
          double[] u = {0};
          int[] t = {0};
          return (w, g, rate, decays) -> {
            t[0]++;
            m[0] = beta1 * m[0] + (1 - beta1) * g;
            u[0] = Math.max(beta2 * u[0], Math.abs(g));
            return w - rate / (1 - Math.pow(beta1, t[0])) * m[0] / (u[0] + epsilon);
          };
        });
  }

  public static Reference nadam(double beta1, double beta2, double epsilon) {
    IntToDoubleFunction momentum = t -> beta1 * (1 - 0.5 * Math.pow(0.96, t / 250.0));
    return each(
        () -> {
          double[] m = {0};
          double[] v = {0};
          double[] product = {1};
          int[] step = {0};
          return (w, g, rate, decays) -> {
            int t = ++step[0];
            product[0] *= momentum.applyAsDouble(t);
            double ahead = product[0] * momentum.applyAsDouble(t + 1);
            m[0] = beta1 * m[0] + (1 - beta1) * g;
            v[0] = beta2 * v[0] + (1 - beta2) * g * g;
            double mean =
                momentum.applyAsDouble(t + 1) * m[0] / (1 - ahead)
                    + (1 - momentum.applyAsDouble(t)) * g / (1 - product[0]);
            return w - rate * mean / (Math.sqrt(v[0] / (1 - Math.pow(beta2, t))) + epsilon);
          };
        });
  }

  /**
   * As in the paper: a sum z of gradients, and the weight that is best for it; for the first step z
   * is that for which the initial weight is best, and sigma is of the rates as they are.
   */
  public static Reference ftrl(double l1, double l2, double initial, double beta, double power) {
    return each(
        () -> {
          double[] n = {initial};
          double[] z = {0};
          double[] before = {Double.NaN};
          return (w, g, rate, decays) -> {
            double ridge = decays ? 2 * l2 : 0;
            double lasso = decays ? l1 : 0;
            if (Double.isNaN(before[0])) {
              before[0] = (beta + Math.pow(n[0], power)) / rate;
              z[0] = -(before[0] + ridge) * w;
            }
            n[0] += g * g;
            double now = (beta + Math.pow(n[0], power)) / rate;
            z[0] += g - (now - before[0]) * w;
            before[0] = now;
            return Math.abs(z[0]) <= lasso ? 0 : (Math.signum(z[0]) * lasso - z[0]) / (now + ridge);
          };
        });
  }

  /**
   * With norms over all weights that it is given.
   *
   * @param decay held for parameters that decay
   */
  public static Reference lamb(double decay, double beta1, double beta2, double epsilon) {
    double[][] kept = {null, null};
    int[] step = {0};
    return (w, g, rate, decays) -> {
      if (kept[0] == null) {
        kept[0] = new double[w.length];
        kept[1] = new double[w.length];
      }
      int t = ++step[0];
      double[] u = new double[w.length];
      for (int i = 0; i < w.length; i++) {
        kept[0][i] = beta1 * kept[0][i] + (1 - beta1) * g[i];
        kept[1][i] = beta2 * kept[1][i] + (1 - beta2) * g[i] * g[i];
        double m = kept[0][i] / (1 - Math.pow(beta1, t));
        double v = kept[1][i] / (1 - Math.pow(beta2, t));
        u[i] = m / (Math.sqrt(v) + epsilon) + (decays ? decay * w[i] : 0);
      }
      double ratio = decays && norm(w) > 0 && norm(u) > 0 ? norm(w) / norm(u) : 1;
      double[] next = new double[w.length];
      Arrays.setAll(next, i -> w[i] - rate * ratio * u[i]);
      return next;
    };
  }

  public static Reference lion(double decay, double beta1, double beta2) {
    return each(
        () -> {
          double[] m = {0};
          return (w, g, rate, decays) -> {
            double direction = Math.signum(beta1 * m[0] + (1 - beta1) * g);
            m[0] = beta2 * m[0] + (1 - beta2) * g;
            return w - rate * (direction + (decays ? decay * w : 0));
          };
        });
  }

  /** A reference for each stretch of a parameter, as if each were one of its own. */
  static Reference stacked(Supplier<Reference> reference, int... lengths) {
    Reference[] parts = new Reference[lengths.length];
    Arrays.setAll(parts, i -> reference.get());
    return (w, g, rate, decays) -> {
      double[] next = new double[w.length];
      int from = 0;
      for (int i = 0; i < lengths.length; i++) {
        int to = from + lengths[i];
        double[] part =
            parts[i].step(
                Arrays.copyOfRange(w, from, to), Arrays.copyOfRange(g, from, to), rate, decays);
        System.arraycopy(part, 0, next, from, lengths[i]);
        from = to;
      }
      return next;
    };
  }

  /** The Euclidean norm. */
  static double norm(double[] values) {
    DoubleUnaryOperator square = x -> x * x;
    return Math.sqrt(Arrays.stream(values).map(square).sum());
  }
}
