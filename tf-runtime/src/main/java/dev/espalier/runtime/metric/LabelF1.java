package dev.espalier.runtime.metric;

import java.util.List;

/** F1 of each label of a multi-label task, and their mean. */
final class LabelF1 extends MacroF1 {

  LabelF1(List<String> labels) {
    super(labels);
  }

  @Override
  public void add(LabelledRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      for (int label = 0; label < width(); label++) {
        if (rows.has(row, label, width())) {
          int element = row * width() + label;
          decide(label, rows.predictedYes(element), rows.yes(element), rows.weights()[row]);
        }
      }
    }
  }
}
