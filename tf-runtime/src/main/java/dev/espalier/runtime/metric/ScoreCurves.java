package dev.espalier.runtime.metric;

import java.util.List;

/**
 * How probabilities of one label, or of one class against all others, rank and how far they can be
 * taken at their word.
 *
 * <p>Probabilities are counted in 4,096 bins of equal width in the logit, from -16 to 16, so that
 * memory does not grow with the rows: those of one bin count as equal, which is within 0.8 percent
 * of the odds. {@code auc} of {@link TaskMetrics} is exact; the area under this curve is within a
 * bin of it.
 *
 * @param label its name: the task's for yes or no, else that of the label or class
 * @param positives weight of the rows that have it
 * @param negatives weight of the rows that don't
 * @param roc from (0, 0) to (1, 1): false positive rate and true positive rate as the threshold
 *     falls; empty where one of both kinds is lacking
 * @param precisionRecall recall and precision as the threshold falls; empty without positives
 * @param calibration ten bins of equal width over the probability, those without rows left out
 */
public record ScoreCurves(
    String label,
    double positives,
    double negatives,
    List<CurvePoint> roc,
    List<CurvePoint> precisionRecall,
    List<CalibrationBin> calibration) {

  /** Keeps copies of the lists. */
  public ScoreCurves {
    roc = List.copyOf(roc);
    precisionRecall = List.copyOf(precisionRecall);
    calibration = List.copyOf(calibration);
  }

  /**
   * A point of a curve.
   *
   * @param x false positive rate, or recall
   * @param y true positive rate, or precision
   * @param threshold probabilities of at least this count as yes there
   */
  public record CurvePoint(double x, double y, double threshold) {}

  /**
   * Rows of similar probability.
   *
   * @param predicted mean of their probabilities
   * @param observed the part of them that has the label
   * @param weight of them
   */
  public record CalibrationBin(double predicted, double observed, double weight) {}

  /** The area under the ROC curve, by trapezoids; NaN where there is none. */
  public double area() {
    double area = 0;
    for (int i = 1; i < roc.size(); i++) {
      area += (roc.get(i).x() - roc.get(i - 1).x()) * (roc.get(i).y() + roc.get(i - 1).y()) / 2;
    }
    return roc.isEmpty() ? Double.NaN : area;
  }

  /**
   * The expected calibration error (Naeini et al., AAAI 2015): the mean distance of what was
   * predicted and what was observed over the bins, by their weights; NaN without rows.
   */
  public double calibrationError() {
    double all = calibration.stream().mapToDouble(CalibrationBin::weight).sum();
    double off =
        calibration.stream()
            .mapToDouble(bin -> bin.weight() * Math.abs(bin.predicted() - bin.observed()))
            .sum();
    return all > 0 ? off / all : Double.NaN;
  }
}
