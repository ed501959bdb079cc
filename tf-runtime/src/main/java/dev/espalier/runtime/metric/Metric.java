package dev.espalier.runtime.metric;

import java.util.Map;

/** One metric of one task, being computed over batches of rows. */
interface Metric {

  /** As reports and users call it, such as {@code auc}. */
  String name();

  /** Whether a smaller value is a better one, as of errors; of other metrics a greater one is. */
  default boolean lowerIsBetter() {
    return false;
  }

  /** Takes rows in; only those that are there count, see {@link LabelledRows#has}. */
  void add(LabelledRows rows);

  /** The value over all rows so far; NaN where they define none. */
  double value();

  /** Puts the value under its name, then those by class if the metric has any. */
  default void report(Map<String, Double> values) {
    values.put(name(), value());
  }
}
