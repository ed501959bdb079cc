package dev.espalier.runtime.metric;

import java.util.function.IntPredicate;

/** The metrics as one would write them on paper: over all rows at once, all pairs for AUC. */
final class NaiveMetrics {
  private NaiveMetrics() {}

  static double auc(float[] scores, float[] labels, float[] weights) {
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (labels[i] == 1 && labels[j] == 0) {
          double weight = (double) weights[i] * weights[j];
          pairs += weight;
          right += weight * (scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0);
        }
      }
    }
    return right / pairs;
  }

  static double share(IntPredicate which, IntPredicate among, float[] weights) {
    double part = 0;
    double whole = 0;
    for (int i = 0; i < weights.length; i++) {
      if (among.test(i)) {
        whole += weights[i];
        part += which.test(i) ? weights[i] : 0;
      }
    }
    return part / whole;
  }

  static double f1(IntPredicate predicted, IntPredicate actual, float[] weights) {
    double precision = share(actual, predicted, weights);
    double recall = share(predicted, actual, weights);
    return 2 * precision * recall / (precision + recall);
  }

  static double mae(float[] outputs, float[] labels, float[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += Math.abs((double) outputs[i] - labels[i]) * weights[i];
      all += weights[i];
    }
    return sum / all;
  }

  static double mse(float[] outputs, float[] labels, float[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += Math.pow((double) outputs[i] - labels[i], 2) * weights[i];
      all += weights[i];
    }
    return sum / all;
  }

  static double r2(float[] outputs, float[] labels, float[] weights) {
    double mean = 0;
    double all = 0;
    for (int i = 0; i < labels.length; i++) {
      mean += (double) labels[i] * weights[i];
      all += weights[i];
    }
    mean /= all;
    double variance = 0;
    for (int i = 0; i < labels.length; i++) {
      variance += Math.pow(labels[i] - mean, 2) * weights[i] / all;
    }
    return 1 - mse(outputs, labels, weights) / variance;
  }

  static int argmax(float[] outputs, int row, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (outputs[row * classes + c] > outputs[row * classes + best]) {
        best = c;
      }
    }
    return best;
  }

  static float[] column(float[] values, int column, int width) {
    float[] result = new float[values.length / width];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i * width + column];
    }
    return result;
  }
}
