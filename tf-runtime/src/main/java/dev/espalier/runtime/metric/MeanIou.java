package dev.espalier.runtime.metric;

import java.util.List;
import java.util.Map;

/**
 * Intersection over union of each class of a class per position, over all rows at once, and their
 * mean over the classes that were there or predicted.
 */
final class MeanIou implements Metric {
  private final List<String> classes;
  private final int positions;
  private final Confusion confusion;

  MeanIou(List<String> classes, int positions) {
    this.classes = classes;
    this.positions = positions;
    this.confusion = new Confusion(classes.size());
  }

  @Override
  public String name() {
    return "miou";
  }

  @Override
  public void add(LabelledRows rows) {
    for (int i = 0; i < rows.rows() * positions; i++) {
      if (rows.has(i)) {
        confusion.add(rows.classOf(i, classes.size()), rows.outputClass(i), rows.weights()[i]);
      }
    }
  }

  @Override
  public double value() {
    double[] values = new double[classes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = confusion.iou(i);
    }
    return WeightedMean.ofDefined(values);
  }

  @Override
  public void report(Map<String, Double> values) {
    values.put(name(), value());
    for (int i = 0; i < classes.size(); i++) {
      values.put("iou[" + classes.get(i) + "]", confusion.iou(i));
    }
  }
}
