package dev.espalier.runtime.metric;

/** The weights of true positives, false positives and false negatives of one class. */
final class Decisions {
  private double truePositives;
  private double falsePositives;
  private double falseNegatives;

  void add(boolean predicted, boolean actual, double weight) {
    if (predicted && actual) {
      truePositives += weight;
    } else if (predicted) {
      falsePositives += weight;
    } else if (actual) {
      falseNegatives += weight;
    }
  }

  /** Takes in the decisions of a binary task. */
  void add(LabelledRows rows) {
    for (int i = 0; i < rows.rows(); i++) {
      if (rows.has(i)) {
        add(rows.predictedYes(i), rows.yes(i), rows.weights()[i]);
      }
    }
  }

  double precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  double recall() {
    return ratio(truePositives, truePositives + falseNegatives);
  }

  /** The harmonic mean of precision and recall; 0 when only one of them is defined. */
  double f1() {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : Double.NaN;
  }

  static Decisions[] ofClasses(int count) {
    Decisions[] decisions = new Decisions[count];
    for (int i = 0; i < count; i++) {
      decisions[i] = new Decisions();
    }
    return decisions;
  }
}
