package dev.espalier.runtime.data.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.runtime.data.augment.Change;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlendedPixelsTest {
  private static final byte OUTSIDE = 7;

  private static byte[] zoomed(byte[] values, int width, double factor, double x, double y) {
    int height = values.length / width;
    Change change = new Change();
    change.begin(height, width);
    change.zoom(factor, x, y);
    byte[] out = new byte[1 + values.length];
    new BlendedPixels(height, width, 1).write(values, change, OUTSIDE, out, 1);
    assertThat(out[0]).isZero();
    return Arrays.copyOfRange(out, 1, out.length);
  }

  /** Pixels of the half lie at -1/4, 1/4, 3/4 and 5/4; at the border the outermost goes on. */
  @Test
  void enlargesThePartAtThePlace() {
    byte[] line = {0, 40, 80, (byte) 200};
    assertThat(zoomed(line, 4, 2, 0, 0)).containsExactly(0, 10, 30, 50);
    assertThat(zoomed(line, 4, 2, 1, 0)).containsExactly(70, 110, 170, 200);
  }

  @Test
  void mixesFour() {
    byte[] square = {0, 16, 32, 112};
    assertThat(zoomed(square, 2, 2, .5, .5)).containsExactly(16, 32, 40, 72);
  }

  /** Every second of its own places, and nothing beside it. */
  @Test
  void shrinksToThePlace() {
    byte[] line = {10, 20, 30, 40};
    assertThat(zoomed(line, 4, .5, 0, 1)).containsExactly(15, 35, OUTSIDE, OUTSIDE);
    assertThat(zoomed(line, 4, .5, 1, 1)).containsExactly(OUTSIDE, OUTSIDE, 15, 35);
  }
}
