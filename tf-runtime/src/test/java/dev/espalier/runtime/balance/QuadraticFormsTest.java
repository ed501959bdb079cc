package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pairs of quadratics in the plane that TorchJD draws trajectories on, from the points it
 * starts at: {@code f_i = (x - u_i)'A_i(x - u_i)}. Each point of their Pareto sets is the minimum
 * of {@code w f_1 + (1 - w) f_2} for some {@code w} between 0 and 1.
 */
class QuadraticFormsTest {

  /** A pair, and how long and from where to descend. */
  private enum Pair {
    /** EWQ: {@code (x_1^2, x_2^2)}. */
    ELEMENT_WISE(
        new double[][][] {{{1, 0}, {0, 0}}, {{0, 0}, {0, 1}}},
        new double[][] {{0, 0}, {0, 0}},
        0.075,
        1000,
        new double[][] {{3, -2}, {-4, 4}, {-3, 4}, {-3.5, -0.75}}),

    /** CQF: {@code A = BB'} of two narrow valleys that cross. */
    CONVEX(
        new double[][][] {valley(Math.PI / 16, 1, 0.1), valley(-Math.PI / 16, 2, 0.1)},
        new double[][] {{1, 0}, {-1, 0}},
        0.02,
        40_000,
        new double[][] {{0.8, 0}, {-1, 7}}),

    /** HQF: multiples of one form. */
    HOMOGENEOUS(
        new double[][][] {{{2, 1}, {1, 3}}, {{10, 5}, {5, 15}}},
        new double[][] {{1, -1}, {-1, 0.5}},
        0.01,
        4000,
        new double[][] {{3, -2}, {-4, 4}, {0.5, 5}});

    final double[][][] a;
    final double[][] u;
    final double rate;
    final int steps;
    final double[][] starts;

    Pair(double[][][] a, double[][] u, double rate, int steps, double[][] starts) {
      this.a = a;
      this.u = u;
      this.rate = rate;
      this.steps = steps;
      this.starts = starts;
    }

    /** {@code BB'} for a turned diagonal: {@code B = R diag(wide, narrow)}. */
    private static double[][] valley(double angle, double wide, double narrow) {
      double cosine = Math.cos(angle);
      double sine = Math.sin(angle);
      double w = wide * wide;
      double n = narrow * narrow;
      double mixed = sine * cosine * (w - n);
      return new double[][] {
        {cosine * cosine * w + sine * sine * n, mixed},
        {mixed, sine * sine * w + cosine * cosine * n}
      };
    }

    double value(int i, double[] x) {
      return Vectors.dot(gradient(i, x), fromCenter(i, x)) / 2;
    }

    double[] gradient(int i, double[] x) {
      double[] d = fromCenter(i, x);
      return new double[] {2 * Vectors.dot(a[i][0], d), 2 * Vectors.dot(a[i][1], d)};
    }

    private double[] fromCenter(int i, double[] x) {
      return new double[] {x[0] - u[i][0], x[1] - u[i][1]};
    }

    /** The minimum of {@code w f_1 + (1 - w) f_2}. */
    double[] optimum(double w) {
      double[][] sum = new double[2][2];
      double[] right = new double[2];
      for (int i = 0; i < 2; i++) {
        double part = i == 0 ? w : 1 - w;
        for (int row = 0; row < 2; row++) {
          for (int column = 0; column < 2; column++) {
            sum[row][column] += part * a[i][row][column];
          }
          right[row] += part * Vectors.dot(a[i][row], u[i]);
        }
      }
      double determinant = sum[0][0] * sum[1][1] - sum[0][1] * sum[1][0];
      return new double[] {
        (sum[1][1] * right[0] - sum[0][1] * right[1]) / determinant,
        (sum[0][0] * right[1] - sum[1][0] * right[0]) / determinant
      };
    }

    double distanceToOptima(double[] x) {
      double least = Double.POSITIVE_INFINITY;
      for (double w = 0.0005; w < 1; w += 0.0005) {
        least = Math.min(least, Rows.distance(x, optimum(w)));
      }
      return least;
    }

    double[] descend(GradientBalancing method, double[] start) {
      GradientBalancing.Mixing mixing = method.start(new GradientBalancing.Start(2, 1));
      double[] x = start.clone();
      for (int step = 1; step <= steps; step++) {
        Rows gradients = new Rows(gradient(0, x), gradient(1, x));
        double[] losses = {1 + value(0, x), 1 + value(1, x)};
        double[] weights =
            mixing.weights(new TaskGradients(step, 1, new int[] {0, 1}, losses, gradients.gram()));
        // Some directions keep their lengths to the end.
        Rows.add(x, -rate * (1 - (double) step / (steps + 1)), gradients.mix(weights));
      }
      return x;
    }
  }

  @Test
  void optimaAreStationaryAndTheirValuesAreTraded() {
    for (Pair pair : List.of(Pair.CONVEX, Pair.HOMOGENEOUS)) {
      double before = Double.NEGATIVE_INFINITY;
      for (double w : new double[] {0.9, 0.5, 0.2}) {
        double[] x = pair.optimum(w);
        double[] sum = Vectors.scaled(pair.gradient(0, x), w);
        Rows.add(sum, 1 - w, pair.gradient(1, x));
        assertThat(Rows.length(sum)).isLessThan(1e-12);
        assertThat(pair.value(0, x)).isGreaterThan(before);
        before = pair.value(0, x);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Methods.class,
      names = {
        "PC_GRAD",
        "MGDA",
        "CA_GRAD",
        "CA_GRAD_MEAN",
        "GRAD_VAC",
        "IMTL_G",
        "NASH",
        "ALIGNED",
        "UP_GRAD",
        "UP_GRAD_EXACT",
        "DUAL_PROJ",
        "DUAL_PROJ_EXACT",
        "FAIR_GRAD",
        "CON_FIG"
      })
  void descentsEndOnTheParetoSet(Methods m) {
    for (Pair pair : Pair.values()) {
      for (double[] start : pair.starts) {
        double[] end = pair.descend(m.method, start);
        Rows gradients = new Rows(pair.gradient(0, end), pair.gradient(1, end));
        double shortest = gradients.gram().length(MinimumNorm.weights(gradients.gram()));
        assertThat(shortest).as("%s from %s", pair, Arrays.toString(start)).isLessThan(1e-2);
        if (pair != Pair.ELEMENT_WISE) {
          assertThat(pair.distanceToOptima(end))
              .as("%s from %s: %s", pair, Arrays.toString(start), Arrays.toString(end))
              .isLessThan(0.1);
        }
      }
    }
  }
}
