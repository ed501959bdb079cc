package dev.espalier.runtime.metric;

import java.util.List;

/** F1 of each class of a multi-class task against all others, and their mean. */
final class ClassF1 extends MacroF1 {

  ClassF1(List<String> classes) {
    super(classes);
  }

  @Override
  public void add(LabelledRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      if (rows.has(row)) {
        int predicted = rows.predictedClass(row, width());
        int actual = rows.classOf(row, width());
        double weight = rows.weights()[row];
        decide(predicted, true, predicted == actual, weight);
        if (predicted != actual) {
          decide(actual, false, true, weight);
        }
      }
    }
  }
}
