package dev.espalier.runtime.metric;

import java.util.List;
import java.util.Optional;

/** Counts one side of a task's outcomes over batches of rows. */
interface OutcomeCounter {

  /** Takes rows in; only those that are there count, see {@link LabelledRows#has}. */
  void add(LabelledRows rows);

  /** The matrix, if this counts classes. */
  default Optional<ConfusionMatrix> confusion() {
    return Optional.empty();
  }

  /** The curves, if this counts probabilities. */
  default List<ScoreCurves> scores() {
    return List.of();
  }

  /** The curves, if this counts values of a regression. */
  default List<ValueCurve> values() {
    return List.of();
  }
}
