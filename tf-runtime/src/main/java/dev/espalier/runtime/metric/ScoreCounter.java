package dev.espalier.runtime.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts the probabilities of labels, or of classes each against all others. */
final class ScoreCounter implements OutcomeCounter {
  private final List<String> labels;
  private final boolean exclusive;
  private final ScoreBins[] bins;

  private ScoreCounter(List<String> labels, boolean exclusive) {
    this.labels = labels;
    this.exclusive = exclusive;
    this.bins = new ScoreBins[labels.size()];
    Arrays.setAll(bins, i -> new ScoreBins());
  }

  /** Of labels that a row has or does not have. */
  static OutcomeCounter ofLabels(List<String> labels) {
    return new ScoreCounter(labels, false);
  }

  /** Of classes of which a row has one. */
  static OutcomeCounter ofClasses(List<String> classes) {
    return new ScoreCounter(classes, true);
  }

  @Override
  public void add(LabelledRows rows) {
    int width = bins.length;
    for (int row = 0; row < rows.rows(); row++) {
      for (int label = 0; label < width; label++) {
        if (exclusive ? rows.has(row) : rows.has(row, label, width)) {
          int element = row * width + label;
          boolean positive = exclusive ? rows.classOf(row, width) == label : rows.yes(element);
          bins[label].add(rows.outputs()[element], positive, rows.weights()[row]);
        }
      }
    }
  }

  @Override
  public List<ScoreCurves> scores() {
    List<ScoreCurves> scores = new ArrayList<>();
    for (int i = 0; i < bins.length; i++) {
      scores.add(bins[i].curves(labels.get(i)));
    }
    return scores;
  }
}
