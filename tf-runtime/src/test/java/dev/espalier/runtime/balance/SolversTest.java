package dev.espalier.runtime.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SolversTest {

  @Test
  void choleskySolvesAndKnowsWhatItCannot() {
    for (Rows rows : Problems.independent(0)) {
      double[] x = new double[rows.size()];
      Arrays.setAll(x, i -> i - 1.5);
      Gram gram = rows.gram();
      Optional<double[]> solved = Cholesky.solve(gram.toArray(), gram.project(x), 1e-13);
      assertThat(solved.orElseThrow()).containsExactly(x, within(1e-8));
    }
    double[] b = {1, 1};
    assertThat(Cholesky.solve(new double[][] {{1, 1}, {1, 1}}, b, 1e-13)).isEmpty();
    assertThat(Cholesky.solve(new double[][] {{1, 2}, {2, 1}}, b, 1e-13)).isEmpty();
  }

  /** The conditions of a minimum, for matrices of every rank. */
  @Test
  void nonNegativeQuadraticsAreMinimal() {
    Random random = new Random(4);
    for (int repeat = 0; repeat < 2000; repeat++) {
      int n = 1 + random.nextInt(9);
      Rows rows = Rows.random(random, n, 1 + random.nextInt(10));
      double[][] q = rows.gram().toArray();
      double[] u = new double[n];
      Arrays.setAll(u, i -> random.nextGaussian());
      // Within the matrix's range: bounded from below.
      double[] b = rows.gram().project(u);
      double[] x = NonNegativeQuadratic.minimize(q, b);
      double[] slopes = rows.gram().project(x);
      for (int i = 0; i < n; i++) {
        double slope = slopes[i] + b[i];
        assertThat(x[i]).isGreaterThanOrEqualTo(0);
        assertThat(slope).isGreaterThanOrEqualTo(-1e-9);
        assertThat(x[i] * slope).isLessThanOrEqualTo(1e-9);
      }
    }
  }

  @Test
  void spectrumRebuildsTheMatrix() {
    for (int spread : new int[] {0, 6}) {
      for (Rows rows : Problems.independent(spread)) {
        Gram gram = rows.gram();
        Spectrum spectrum = Spectrum.of(gram.toArray());
        for (int i = 0; i < rows.size(); i++) {
          for (int j = 0; j < rows.size(); j++) {
            double sum = 0;
            for (int k = 0; k < rows.size(); k++) {
              sum += spectrum.values()[k] * spectrum.vectors()[k][i] * spectrum.vectors()[k][j];
            }
            assertThat(sum).isCloseTo(gram.at(i, j), within(1e-13 * gram.trace()));
            assertThat(Vectors.dot(spectrum.vectors()[i], spectrum.vectors()[j]))
                .isCloseTo(i == j ? 1 : 0, within(1e-13));
          }
        }
      }
    }
  }

  /** Where other algorithms lose them in the largest. */
  @Test
  void smallEigenvaluesKeepTheirDigits() {
    double small = 1e-18;
    double[] values = Spectrum.of(new double[][] {{2, 1e-9}, {1e-9, small}}).values();
    Arrays.sort(values);
    assertThat(values[0]).isCloseTo(small / 2, within(1e-14 * small));
    assertThat(values[1]).isCloseTo(2, within(1e-14));
  }

  @Test
  void dependentDirectionsAreNoPartOfAPseudoInverse() {
    Spectrum spectrum = Spectrum.of(new double[][] {{1, 1, 0}, {1, 1, 0}, {0, 0, 4}});
    assertThat(spectrum.apply(value -> 1 / value, new double[] {1, 1, 1}))
        .containsExactly(new double[] {0.5, 0.5, 0.25}, within(1e-14));
    assertThat(spectrum.least()).isCloseTo(2, within(1e-14));
    assertThat(Spectrum.of(new double[2][2]).least()).isZero();
  }

  /** Inner products come in single precision: what rounding leaves of dependence is none. */
  @Test
  void roundingIsNoDirection() {
    double near = 1 - 1e-8;
    Spectrum spectrum = Spectrum.of(new double[][] {{1, near}, {near, 1}});
    assertThat(spectrum.least()).isCloseTo(2, within(1e-7));
    assertThat(spectrum.apply(value -> 1 / value, new double[] {1, -1}))
        .containsExactly(new double[] {0, 0}, within(1e-7));
    double apart = 1 - 1e-5;
    assertThat(Spectrum.of(new double[][] {{1, apart}, {apart, 1}}).least())
        .isCloseTo(1e-5, within(1e-9));
  }

  @Test
  void fixedPointsOutOfReachAreNone() {
    assertThat(PowerFixedPoint.solve(Gram.of(new double[][] {{1, -1}, {-1, 1}}), 1)).isEmpty();
    double near = -1 + 1e-4;
    double[] solved =
        PowerFixedPoint.solve(Gram.of(new double[][] {{1, near}, {near, 1}}), 1).orElseThrow();
    assertThat(solved).containsExactly(new double[] {100, 100}, within(1e-5));
  }
}
