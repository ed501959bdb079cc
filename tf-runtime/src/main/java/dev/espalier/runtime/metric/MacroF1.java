package dev.espalier.runtime.metric;

import java.util.List;
import java.util.Map;

/** F1 of each class and their mean over the classes that were there or predicted. */
abstract class MacroF1 implements Metric {
  private final List<String> names;
  private final Decisions[] decisions;

  MacroF1(List<String> names) {
    this.names = names;
    this.decisions = Decisions.ofClasses(names.size());
  }

  @Override
  public final String name() {
    return "f1";
  }

  final int width() {
    return decisions.length;
  }

  final void decide(int index, boolean predicted, boolean actual, double weight) {
    decisions[index].add(predicted, actual, weight);
  }

  @Override
  public final double value() {
    double[] values = new double[decisions.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = decisions[i].f1();
    }
    return WeightedMean.ofDefined(values);
  }

  @Override
  public final void report(Map<String, Double> values) {
    values.put(name(), value());
    for (int i = 0; i < decisions.length; i++) {
      values.put("f1[" + names.get(i) + "]", decisions[i].f1());
    }
  }
}
