package dev.espalier.runtime.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts the predictions of a regression beside its labels, element by element. */
final class ValueCounter implements OutcomeCounter {
  private final String task;
  private final ValueBins[] elements;

  ValueCounter(String task, int length) {
    this.task = task;
    elements = new ValueBins[length];
    Arrays.setAll(elements, i -> new ValueBins());
  }

  @Override
  public void add(LabelledRows rows) {
    for (int i = 0; i < rows.rows() * elements.length; i++) {
      if (rows.has(i)) {
        elements[i % elements.length].add(rows.outputs()[i], rows.labels()[i], rows.weights()[i]);
      }
    }
  }

  @Override
  public List<ValueCurve> values() {
    List<ValueCurve> values = new ArrayList<>();
    for (int i = 0; i < elements.length; i++) {
      values.add(elements[i].curve(elements.length == 1 ? task : task + "[" + i + "]"));
    }
    return values;
  }
}
