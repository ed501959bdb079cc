package dev.espalier.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoxMetricsTest {
  @Test
  void byHand() {
    assertThat(iou(box(.5, .5, .5, .5), box(.5, .5, .5, .5))).isEqualTo(1);
    // The right half of one is the left half of the other.
    assertThat(iou(box(.25, .5, .5, .5), box(.5, .5, .5, .5))).isCloseTo(1 / 3., within(1e-12));
    // One within the other, a quarter of its area.
    assertThat(iou(box(.5, .5, .25, .25), box(.5, .5, .5, .5))).isCloseTo(.25, within(1e-12));
    assertThat(iou(box(.1, .1, .1, .1), box(.9, .9, .1, .1))).isZero();
    // Side by side in one direction only.
    assertThat(iou(box(.1, .5, .1, .5), box(.9, .5, .1, .5))).isZero();
  }

  @Test
  void boxesWithoutAreaOverlapNothing() {
    assertThat(iou(box(.5, .5, 0, .5), box(.5, .5, .5, .5))).isZero();
    assertThat(iou(box(.5, .5, -1, -1), box(.5, .5, .5, .5))).isZero();
    assertThat(iou(box(.5, .5, 0, 0), box(.5, .5, 0, 0))).isZero();
  }

  @Test
  void agreesWithCountedCells() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 50; round++) {
      int[] a = cells(random);
      int[] b = cells(random);
      int both = 0;
      int either = 0;
      for (int x = 0; x < 16; x++) {
        for (int y = 0; y < 16; y++) {
          boolean inA = a[0] <= x && x < a[2] && a[1] <= y && y < a[3];
          boolean inB = b[0] <= x && x < b[2] && b[1] <= y && y < b[3];
          both += inA && inB ? 1 : 0;
          either += inA || inB ? 1 : 0;
        }
      }
      assertThat(iou(ofCells(a), ofCells(b))).isCloseTo((double) both / either, within(1e-12));
    }
  }

  @Test
  void rowsCountByWeightAndOnlyWithAllOfTheLabel() {
    LabelledRows rows =
        new LabelledRows(
            4,
            new float[] {.5f, .5f, 1, 1, .5f, .5f, 1, 1, .5f, .5f, 1, 1, .5f, .5f, 1, 1},
            new float[] {
              .5f, .5f, 1, 1, .5f, .5f, .5f, 1, .5f, Float.NaN, 1, 1, .5f, .5f, .1f, .1f
            },
            new float[] {3, 1, 1, 0});
    Metric iou = new BoxIou();
    Metric mae = new BoxError();
    iou.add(rows);
    mae.add(rows);
    assertThat(iou.value()).isEqualTo((3 * 1 + .5) / 4);
    assertThat(mae.value()).isEqualTo(.5 / 4 / 4);
  }

  @Test
  void withoutLabelsNothingIsDefined() {
    assertThat(new BoxIou().value()).isNaN();
    assertThat(new BoxError().value()).isNaN();
  }

  private static int[] cells(SplittableRandom random) {
    int x = random.nextInt(10);
    int y = random.nextInt(10);
    return new int[] {x, y, x + 1 + random.nextInt(6), y + 1 + random.nextInt(6)};
  }

  /** In sixteenths, which single precision holds. */
  private static float[] ofCells(int[] c) {
    return box((c[0] + c[2]) / 32., (c[1] + c[3]) / 32., (c[2] - c[0]) / 16., (c[3] - c[1]) / 16.);
  }

  private static float[] box(double x, double y, double width, double height) {
    return new float[] {(float) x, (float) y, (float) width, (float) height};
  }

  private static double iou(float[] output, float[] label) {
    BoxIou metric = new BoxIou();
    metric.add(new LabelledRows(1, output, label, new float[] {1}));
    return metric.value();
  }
}
