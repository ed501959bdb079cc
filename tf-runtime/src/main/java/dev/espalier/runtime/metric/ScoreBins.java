package dev.espalier.runtime.metric;

import dev.espalier.runtime.metric.ScoreCurves.CalibrationBin;
import dev.espalier.runtime.metric.ScoreCurves.CurvePoint;
import java.util.ArrayList;
import java.util.List;

/** Counts probabilities of one label in bins; see {@link ScoreCurves}. */
final class ScoreBins {
  private static final int EXTENT = 16;
  private static final int PER_UNIT = 128;
  private static final int BINS = 2 * EXTENT * PER_UNIT;
  private static final int CALIBRATION = 10;

  private final double[] positives = new double[BINS];
  private final double[] negatives = new double[BINS];
  private final double[] predicted = new double[CALIBRATION];
  private final double[] observed = new double[CALIBRATION];
  private final double[] weights = new double[CALIBRATION];

  /** One that is no number, of a model that diverged, is left out. */
  void add(double probability, boolean positive, double weight) {
    if (Double.isNaN(probability)) {
      return;
    }
    (positive ? positives : negatives)[bin(probability)] += weight;
    int coarse = Math.min((int) (probability * CALIBRATION), CALIBRATION - 1);
    predicted[coarse] += weight * probability;
    observed[coarse] += positive ? weight : 0;
    weights[coarse] += weight;
  }

  /** By the logit: probabilities of rare labels crowd near 0 and have to be told apart there. */
  private static int bin(double probability) {
    double logit = Math.log(probability / (1 - probability));
    double place = (Math.max(-EXTENT, Math.min(EXTENT, logit)) + EXTENT) * PER_UNIT;
    return Math.min((int) place, BINS - 1);
  }

  /** The least probability of a bin. */
  private static double threshold(int bin) {
    return bin == 0 ? 0 : 1 / (1 + Math.exp(EXTENT - (double) bin / PER_UNIT));
  }

  ScoreCurves curves(String label) {
    double allPositives = sum(positives);
    double allNegatives = sum(negatives);
    List<CurvePoint> roc = new ArrayList<>(List.of(new CurvePoint(0, 0, 1)));
    List<CurvePoint> precisionRecall = new ArrayList<>();
    double hits = 0;
    double alarms = 0;
    for (int bin = BINS - 1; bin >= 0; bin--) {
      if (positives[bin] > 0 || negatives[bin] > 0) {
        hits += positives[bin];
        alarms += negatives[bin];
        double threshold = threshold(bin);
        roc.add(new CurvePoint(alarms / allNegatives, hits / allPositives, threshold));
        precisionRecall.add(new CurvePoint(hits / allPositives, hits / (hits + alarms), threshold));
      }
    }
    return new ScoreCurves(
        label,
        allPositives,
        allNegatives,
        allPositives > 0 && allNegatives > 0 ? roc : List.of(),
        allPositives > 0 ? precisionRecall : List.of(),
        calibration());
  }

  private List<CalibrationBin> calibration() {
    List<CalibrationBin> bins = new ArrayList<>();
    for (int i = 0; i < CALIBRATION; i++) {
      if (weights[i] > 0) {
        bins.add(
            new CalibrationBin(predicted[i] / weights[i], observed[i] / weights[i], weights[i]));
      }
    }
    return bins;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
