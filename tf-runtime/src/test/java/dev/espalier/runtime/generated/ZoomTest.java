package dev.espalier.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.batch.Batch;
import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** What a zoom does to a picture happens to the mask and the box along it, too. */
class ZoomTest {
  private static final int ROWS = 200;
  private static final int HEIGHT = 24;
  private static final int WIDTH = 32;
  private static final int SIZE = HEIGHT * WIDTH;
  private static final int NONE = 255;

  /** A rectangle of class 1, 10 by 8 pixels, on class 2; grey is 100 times the class. */
  private static EncodedRows rows() {
    byte[] picture = new byte[SIZE];
    byte[] mask = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      mask[i] = (byte) (x >= 4 && x < 14 && y >= 6 && y < 14 ? 1 : 2);
      picture[i] = (byte) (100 * mask[i]);
    }
    float[] box = {9f / WIDTH, 10f / HEIGHT, 10f / WIDTH, 8f / HEIGHT};
    var codec = ZoomedTasksData.codec();
    RawColumns raw =
        RawColumns.read(
            Dataset.of(Collections.nCopies(ROWS, new ZoomedTasks(picture, mask, box))),
            codec,
            new ZoomedTasksGraph().info().needs());
    return Preprocessing.fit(codec.info(), raw).encode(raw);
  }

  private static int at(TUint8 bytes, int row, int pixel) {
    byte value =
        bytes.rank() == 2
            ? bytes.getByte(row, pixel)
            : bytes.getByte(row, pixel / WIDTH, pixel % WIDTH, 0);
    return value & 0xFF;
  }

  @Test
  void pictureIsInterpolatedAndItsMaskIsNearest() {
    try (Batch batch = Batches.shuffled(rows(), ROWS, 3, 1).fill(0)) {
      TUint8 picture = (TUint8) batch.tensor(0);
      TUint8 mask = (TUint8) batch.label(0);
      int between = 0;
      for (int i = 0; i < ROWS; i++) {
        for (int p = 0; p < SIZE; p++) {
          int grey = at(picture, i, p);
          int nearest = at(mask, i, p);
          assertThat(nearest).isIn(1, 2, NONE);
          if (nearest == NONE) {
            assertThat(grey).isZero();
          } else {
            // By less than half of a step across, so for both directions by less than 3/4.
            assertThat(grey).isBetween(100, 200).isCloseTo(100 * nearest, within(75));
            between += grey % 100 == 0 ? 0 : 1;
          }
        }
      }
      assertThat(between).isGreaterThan(ROWS);
    }
  }

  /** Its borders are those of the pixels of class 1, which are where a pixel's centre is inside. */
  @Test
  void boxFollowsToLessThanPixels() {
    try (Batch batch = Batches.shuffled(rows(), ROWS, 3, 1).fill(0)) {
      TUint8 mask = (TUint8) batch.label(0);
      TFloat32 boxes = (TFloat32) batch.label(1);
      TFloat32 weights = batch.weights(1);
      int seen = 0;
      for (int i = 0; i < ROWS; i++) {
        IntSummaryStatistics columns = new IntSummaryStatistics();
        IntSummaryStatistics lines = new IntSummaryStatistics();
        for (int p = 0; p < SIZE; p++) {
          if (at(mask, i, p) == 1) {
            columns.accept(p % WIDTH);
            lines.accept(p / WIDTH);
          }
        }
        if (columns.getCount() > 0) {
          assertThat(weights.getFloat(i)).isEqualTo(1);
          checkSide(boxes.getFloat(i, 0), boxes.getFloat(i, 2), WIDTH, columns);
          checkSide(boxes.getFloat(i, 1), boxes.getFloat(i, 3), HEIGHT, lines);
          seen++;
        }
      }
      assertThat(seen).isGreaterThan(ROWS / 2);
    }
  }

  private static void checkSide(float centre, float size, int pixels, IntSummaryStatistics inside) {
    assertThat((centre - size / 2) * pixels).isCloseTo(inside.getMin(), within(.501f));
    assertThat((centre + size / 2) * pixels).isCloseTo(inside.getMax() + 1, within(.501f));
  }

  /** As often enlarged as shrunk, from half to twice the size; a part is taken anywhere. */
  @Test
  void factorsAndPlacesSpreadOverTheirRanges() {
    DoubleSummaryStatistics widths = new DoubleSummaryStatistics();
    DoubleSummaryStatistics left = new DoubleSummaryStatistics();
    int larger = 0;
    try (Batch batch = Batches.shuffled(rows(), ROWS, 3, 1).fill(0)) {
      TFloat32 boxes = (TFloat32) batch.label(1);
      for (int i = 0; i < ROWS; i++) {
        float width = boxes.getFloat(i, 2) * WIDTH;
        float height = boxes.getFloat(i, 3) * HEIGHT;
        boolean isWhole = width > 0 && Math.abs(width * 8 - height * 10) < 1e-3;
        if (isWhole) {
          widths.accept(width);
          left.accept(boxes.getFloat(i, 0) - boxes.getFloat(i, 2) / 2);
          larger += width > 10 ? 1 : 0;
        }
      }
    }
    assertThat(widths.getMin()).isBetween(5d, 5.5);
    assertThat(widths.getMax()).isBetween(18d, 20d);
    assertThat(larger / (double) widths.getCount()).isBetween(.3, .6);
    assertThat(left.getMin()).isLessThan(.1);
    assertThat(left.getMax()).isGreaterThan(.7);
  }

  @Test
  void outsideTrainingNothingIsDone() {
    try (Batch batch = Batches.inOrder(rows(), 2).fill(0)) {
      TFloat32 boxes = (TFloat32) batch.label(1);
      assertThat(boxes.getFloat(0, 2)).isEqualTo(10f / WIDTH);
      assertThat(at((TUint8) batch.tensor(0), 0, 0)).isEqualTo(200);
    }
  }
}
