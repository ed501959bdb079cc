package dev.espalier.runtime.data.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianTest {

  private static double median(float... values) {
    int count = 0;
    for (float value : values) {
      count += Float.isNaN(value) ? 0 : 1;
    }
    return Median.of(values.length, row -> values[row], count);
  }

  @Test
  void isTheMiddleOfWhatIsThere() {
    assertThat(median(3, 1, 2)).isEqualTo(2);
    assertThat(median(4, 1, Float.NaN, 2, 3)).isEqualTo(2.5);
    assertThat(median(-5)).isEqualTo(-5);
    assertThat(median(Float.NaN)).isZero();
    assertThat(median(-1, -2, -3)).isEqualTo(-2);
    assertThat(median(Float.MAX_VALUE, Float.MAX_VALUE)).isEqualTo(Float.MAX_VALUE);
  }

  @Test
  void isThatOfSortedValues() {
    Random random = new Random(4);
    for (int trial = 0; trial < 20; trial++) {
      float[] values = new float[1 + random.nextInt(60)];
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.scalb(random.nextFloat() - .5f, random.nextInt(40) - 20);
      }
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      double lower = sorted[(values.length - 1) / 2];
      assertThat(median(values)).isEqualTo((lower + sorted[values.length / 2]) / 2);
    }
  }
}
