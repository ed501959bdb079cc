package dev.espalier.runtime.metric;

/**
 * The mean intersection over union of a predicted box and its label, each a centre and a size:
 * {@code x, y, width, height}.
 *
 * <p>A negative size is one of 0. Boxes without area, both of them, have no union: they count 0.
 */
final class BoxIou implements Metric {
  private static final int NUMBERS = 4;

  private final WeightedMean overlaps = new WeightedMean();

  @Override
  public String name() {
    return "iou";
  }

  @Override
  public void add(LabelledRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      if (hasBox(rows, row)) {
        overlaps.add(iou(rows.outputs(), rows.labels(), row * NUMBERS), rows.weights()[row]);
      }
    }
  }

  /** Whether a row has a weight and all of its label. */
  static boolean hasBox(LabelledRows rows, int row) {
    for (int i = 0; i < NUMBERS; i++) {
      if (!rows.has(row, i, NUMBERS)) {
        return false;
      }
    }
    return true;
  }

  private static double iou(float[] a, float[] b, int at) {
    double both = overlap(a, b, at, at + 2) * overlap(a, b, at + 1, at + 3);
    double either = area(a, at) + area(b, at) - both;
    return either > 0 ? both / either : 0;
  }

  private static double area(float[] box, int at) {
    return Math.max(0., box[at + 2]) * Math.max(0., box[at + 3]);
  }

  /** The length that two intervals share. */
  private static double overlap(float[] a, float[] b, int centre, int size) {
    double halfA = Math.max(0., a[size]) / 2;
    double halfB = Math.max(0., b[size]) / 2;
    double from = Math.max(a[centre] - halfA, b[centre] - halfB);
    double to = Math.min(a[centre] + halfA, b[centre] + halfB);
    return Math.max(0, to - from);
  }

  @Override
  public double value() {
    return overlaps.value();
  }
}
