package dev.espalier.runtime.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How much of each class was predicted as each, by weight. */
final class Confusion {
  private final int classes;
  private final double[] weights;
  private final double[] actual;
  private final double[] predicted;
  private double total;

  Confusion(int classes) {
    this.classes = classes;
    weights = new double[classes * classes];
    actual = new double[classes];
    predicted = new double[classes];
  }

  /** A prediction that is none of the classes is wrong and no class's. */
  void add(int actualClass, int predictedClass, double weight) {
    total += weight;
    actual[actualClass] += weight;
    if (predictedClass >= 0 && predictedClass < classes) {
      predicted[predictedClass] += weight;
      weights[actualClass * classes + predictedClass] += weight;
    }
  }

  /** {@code [actual][predicted]}. */
  List<List<Double>> weights() {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      rows.add(Arrays.stream(weights, i * classes, (i + 1) * classes).boxed().toList());
    }
    return rows;
  }

  /** A class's intersection over union; NaN for one that is neither there nor predicted. */
  double iou(int index) {
    double both = weights[index * classes + index];
    double either = actual[index] + predicted[index] - both;
    return either > 0 ? both / either : Double.NaN;
  }

  /** Cohen's kappa with squared distances of classes as the weights of errors. */
  double quadraticKappa() {
    double found = 0;
    double expected = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        double square = (double) (i - j) * (i - j);
        found += square * weights[i * classes + j];
        expected += square * actual[i] * predicted[j];
      }
    }
    return expected > 0 ? 1 - found * total / expected : Double.NaN;
  }
}
