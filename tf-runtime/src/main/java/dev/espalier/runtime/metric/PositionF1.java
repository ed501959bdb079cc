package dev.espalier.runtime.metric;

import java.util.List;

/** F1 of each class of a class per position against all others, and their mean. */
final class PositionF1 extends MacroF1 {
  private final int positions;

  PositionF1(List<String> classes, int positions) {
    super(classes);
    this.positions = positions;
  }

  @Override
  public void add(LabelledRows rows) {
    for (int i = 0; i < rows.rows() * positions; i++) {
      if (rows.has(i)) {
        int predicted = rows.outputClass(i);
        int actual = rows.classOf(i, width());
        double weight = rows.weights()[i];
        if (predicted >= 0 && predicted < width()) {
          decide(predicted, true, predicted == actual, weight);
        }
        if (predicted != actual) {
          decide(actual, false, true, weight);
        }
      }
    }
  }
}
