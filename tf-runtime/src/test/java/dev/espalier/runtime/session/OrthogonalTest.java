package dev.espalier.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthogonalTest {

  @ParameterizedTest
  @CsvSource({"3, 12", "12, 3", "30, 30", "1, 5", "1, 1"})
  void theShorterSideIsOrthonormal(int rows, int columns) {
    float[] values = new float[rows * columns];
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    float first = values[0];
    Orthogonal.of(values, columns);
    int count = Math.min(rows, columns);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        double product = 0;
        for (int i = 0; i < Math.max(rows, columns); i++) {
          product += (double) at(values, rows, columns, a, i) * at(values, rows, columns, b, i);
        }
        assertThat(product).as("%d, %d", a, b).isCloseTo(a == b ? 1 : 0, within(1e-6));
      }
    }
    // The first vector keeps its direction: signs are drawn as well.
    assertThat(values[0] * first).isPositive();
  }

  private static float at(float[] values, int rows, int columns, int vector, int i) {
    return rows > columns ? values[i * columns + vector] : values[vector * columns + i];
  }
}
