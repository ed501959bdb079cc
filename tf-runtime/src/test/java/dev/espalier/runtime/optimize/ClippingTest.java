package dev.espalier.runtime.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.optimize.Clipping.RawGradient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class ClippingTest {
  private static final float[] TABLES = {3, 4, 0, 0.3f, 0.4f, -0.6f, -5, 12};
  private static final float[] BIAS = {-1, 2, -2};

  /** Two stacked tables of a column, three and five rows long, and a bias. */
  private static List<float[]> clipped(Clipping clipping) {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> column = tf.reshape(tf.constant(TABLES), tf.array(TABLES.length, 1));
      List<Operand<TFloat32>> found =
          clipping.clip(
              tf,
              List.of(
                  new RawGradient(column, List.of(3, 5), Optional.empty()),
                  new RawGradient(tf.constant(BIAS), List.of(), Optional.empty())));
      Session.Runner runner = session.runner();
      // What is fetched is computed: none of it is a constant that is fed.
      found.forEach(each -> runner.fetch(tf.identity(each)));
      List<float[]> values = new ArrayList<>();
      try (Result result = runner.run()) {
        for (int i = 0; i < found.size(); i++) {
          float[] each = new float[i == 0 ? TABLES.length : BIAS.length];
          ((TFloat32) result.get(i)).copyTo(DataBuffers.of(each));
          values.add(each);
        }
      }
      return values;
    }
  }

  private static void assertClipped(Clipping clipping, double[] tables, double[] bias) {
    List<float[]> found = clipped(clipping);
    assertClose(found.get(0), tables);
    assertClose(found.get(1), bias);
  }

  private static void assertClose(float[] found, double[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i]).as("[%d]", i).isCloseTo(expected[i], within(1e-6));
    }
  }

  private static double[] times(float[] values, int from, int to, double factor) {
    double[] scaled = new double[values.length];
    Arrays.setAll(scaled, i -> i >= from && i < to ? values[i] * factor : values[i]);
    return scaled;
  }

  @Test
  void noneLeavesGradientsAsTheyAre() {
    assertClipped(Clipping.none(), times(TABLES, 0, 0, 1), times(BIAS, 0, 0, 1));
  }

  @Test
  void valuesAreKeptWithinBounds() {
    assertClipped(
        Clipping.value(1.5),
        new double[] {1.5, 1.5, 0, .3, .4, -.6, -1.5, 1.5},
        new double[] {-1, 1.5, -1.5});
  }

  /** The tables have the norms 5 and about 13.03, the bias has 3. */
  @Test
  void eachParameterIsShortenedByItself() {
    double[] tables = times(TABLES, 0, 3, 4 / 5.0);
    double second = Math.sqrt(0.09 + 0.16 + 0.36 + 25 + 144);
    for (int i = 3; i < TABLES.length; i++) {
      tables[i] *= 4 / second;
    }
    assertClipped(Clipping.norm(4), tables, times(BIAS, 0, 0, 1));
  }

  @Test
  void allAreShortenedTogether() {
    double norm = Math.sqrt(25 + 0.61 + 169 + 9);
    assertClipped(
        Clipping.globalNorm(2),
        times(TABLES, 0, TABLES.length, 2 / norm),
        times(BIAS, 0, 3, 2 / norm));
    assertClipped(Clipping.globalNorm(15), times(TABLES, 0, 0, 1), times(BIAS, 0, 0, 1));
  }

  @Test
  void nothingIsClippedWhereNothingIsLearnt() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      for (Clipping each :
          List.of(Clipping.none(), Clipping.value(1), Clipping.norm(1), Clipping.globalNorm(1))) {
        assertThat(each.clip(tf, List.of())).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-60})
  void boundsAreAboveZero(double bound) {
    List<Supplier<Clipping>> factories =
        List.of(
            () -> Clipping.value(bound),
            () -> Clipping.norm(bound),
            () -> Clipping.globalNorm(bound));
    for (Supplier<Clipping> factory : factories) {
      assertThatThrownBy(factory::get)
          .isInstanceOf(EspalierException.class)
          .hasMessage("The bound of clipped gradients must be above 0; found " + bound + ".");
    }
  }
}
