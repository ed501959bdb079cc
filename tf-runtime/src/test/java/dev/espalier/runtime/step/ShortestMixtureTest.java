package dev.espalier.runtime.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.balance.GradientBalancing;
import dev.espalier.runtime.balance.Gram;
import dev.espalier.runtime.balance.TaskGradients;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat64;

/** The solver in the graph against the one in Java. */
class ShortestMixtureTest {

  private static double[] inGraph(double[][] rows) {
    int n = rows.length;
    double[][] cosines = new double[n][n];
    double[] lengths = new double[n];
    Gram gram = gram(rows);
    for (int i = 0; i < n; i++) {
      lengths[i] = gram.norm(i);
      for (int j = 0; j < n; j++) {
        cosines[i][j] = (float) gram.cosine(i, j);
      }
    }
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      TFloat64 weights =
          new ShortestMixture(tf).weights(n, tf.constant(cosines), tf.constant(lengths)).asTensor();
      double[] found = new double[n];
      Arrays.setAll(found, i -> weights.getDouble(i));
      return found;
    }
  }

  private static double[] inJava(double[][] rows) {
    int n = rows.length;
    int[] tasks = new int[n];
    Arrays.setAll(tasks, i -> i);
    return Balancing.mgda()
        .start(new GradientBalancing.Start(n, 0))
        .weights(new TaskGradients(1, 1, tasks, new double[n], gram(rows)));
  }

  private static Gram gram(double[][] rows) {
    double[][] products = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        for (int k = 0; k < rows[i].length; k++) {
          products[i][j] += rows[i][k] * rows[j][k];
        }
      }
    }
    return Gram.of(products);
  }

  private static double[][] random(SplittableRandom random, int tasks, int width, int spread) {
    double[][] rows = new double[tasks][width];
    for (double[] row : rows) {
      double size = Math.pow(10, spread * (random.nextDouble() - 0.5));
      boolean against = random.nextBoolean();
      for (int k = 0; k < width; k++) {
        row[k] = size * (2 * random.nextDouble() - 1 + (k == 0 ? (against ? -1 : 1) : 0));
      }
    }
    return rows;
  }

  private static double length(double[][] rows, double[] weights) {
    double sum = 0;
    for (int k = 0; k < rows[0].length; k++) {
      double element = 0;
      for (int i = 0; i < rows.length; i++) {
        element += weights[i] * rows[i][k];
      }
      sum += element * element;
    }
    return Math.sqrt(sum);
  }

  @Test
  void weightsAreThoseOfTheSolverInJava() {
    SplittableRandom random = new SplittableRandom(3);
    int bound = 0;
    for (int tasks = 1; tasks <= ShortestMixture.MOST_TASKS; tasks++) {
      for (int spread : new int[] {0, 2}) {
        for (int repeat = 0; repeat < 6; repeat++) {
          for (double scale : new double[] {1e-15, 1, 1e15}) {
            double[][] rows = random(random, tasks, 2 * tasks + 4, spread);
            for (double[] row : rows) {
              Arrays.setAll(row, k -> scale * row[k]);
            }
            double[] expected = inJava(rows);
            assertThat(inGraph(rows)).containsExactly(expected, within(1e-4));
            bound += Arrays.stream(expected).anyMatch(w -> w == 0) ? 1 : 0;
          }
        }
      }
    }
    assertThat(bound).isGreaterThan(100);
  }

  /** Then weights need not be unique, but lengths are. */
  @Test
  void mixturesOfDependentGradientsAreAsShort() {
    SplittableRandom random = new SplittableRandom(5);
    for (int tasks = 2; tasks <= 8; tasks++) {
      for (int width = 1; width <= tasks; width++) {
        for (int repeat = 0; repeat < 5; repeat++) {
          double[][] rows = random(random, tasks, width, 1);
          if (repeat == 1) {
            rows[0] = new double[width];
          } else if (repeat == 2) {
            rows[0] = rows[1].clone();
          } else if (repeat == 3) {
            Arrays.setAll(rows[0], k -> -3 * rows[1][k]);
          }
          double[] weights = inGraph(rows);
          assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
          assertThat(Arrays.stream(weights).min().orElseThrow()).isGreaterThanOrEqualTo(0);
          double longest = Arrays.stream(rows).mapToDouble(row -> norm(row)).max().orElseThrow();
          assertThat(length(rows, weights))
              .isCloseTo(length(rows, inJava(rows)), within(2e-3 * longest));
        }
      }
    }
  }

  private static double norm(double[] row) {
    return Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
  }

  @Test
  void withoutAnyGradientWeightsAreEven() {
    assertThat(inGraph(new double[4][3]))
        .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-12));
    assertThat(inGraph(new double[][] {{0, 0}, {1, 0}, {0, 0}}))
        .containsExactly(new double[] {0.5, 0, 0.5}, within(1e-9));
  }
}
