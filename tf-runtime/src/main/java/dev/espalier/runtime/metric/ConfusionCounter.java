package dev.espalier.runtime.metric;

import java.util.List;
import java.util.Optional;

/** Counts which class was predicted as which. */
final class ConfusionCounter implements OutcomeCounter {
  private final List<String> classes;
  private final Decision decision;
  private final int each;
  private final Confusion confusion;

  /** Which class an output says, and which the label; elements are rows or positions. */
  private interface Decision {
    int predicted(LabelledRows rows, int element);

    int actual(LabelledRows rows, int element);
  }

  private record YesOrNo() implements Decision {
    @Override
    public int predicted(LabelledRows rows, int element) {
      return rows.predictedYes(element) ? 1 : 0;
    }

    @Override
    public int actual(LabelledRows rows, int element) {
      return rows.yes(element) ? 1 : 0;
    }
  }

  /** Outputs are a number for each class. */
  private record Greatest(int classes) implements Decision {
    @Override
    public int predicted(LabelledRows rows, int element) {
      return rows.predictedClass(element, classes);
    }

    @Override
    public int actual(LabelledRows rows, int element) {
      return rows.classOf(element, classes);
    }
  }

  /** Outputs are classes. */
  private record Said(int classes) implements Decision {
    @Override
    public int predicted(LabelledRows rows, int element) {
      return rows.outputClass(element);
    }

    @Override
    public int actual(LabelledRows rows, int element) {
      return rows.classOf(element, classes);
    }
  }

  private ConfusionCounter(List<String> classes, Decision decision, int each) {
    this.classes = classes;
    this.decision = decision;
    this.each = each;
    this.confusion = new Confusion(classes.size());
  }

  static OutcomeCounter ofYesAndNo() {
    return new ConfusionCounter(List.of("no", "yes"), new YesOrNo(), 1);
  }

  static OutcomeCounter ofRows(List<String> classes) {
    return new ConfusionCounter(classes, new Greatest(classes.size()), 1);
  }

  /**
   * Of tokens or pixels.
   *
   * @param each how many a row has
   */
  static OutcomeCounter ofPositions(List<String> classes, int each) {
    return new ConfusionCounter(classes, new Said(classes.size()), each);
  }

  @Override
  public void add(LabelledRows rows) {
    for (int i = 0; i < rows.rows() * each; i++) {
      if (rows.has(i)) {
        confusion.add(decision.actual(rows, i), decision.predicted(rows, i), rows.weights()[i]);
      }
    }
  }

  @Override
  public Optional<ConfusionMatrix> confusion() {
    return Optional.of(new ConfusionMatrix(classes, confusion.weights()));
  }
}
