package dev.espalier.runtime.metric;

import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rows of a task with ties, and what else can be done with them; widths are those of TaskMetrics.
 */
record TaskData(
    Kind kind,
    int rows,
    int outputWidth,
    int labelWidth,
    int weightWidth,
    float[] outputs,
    float[] labels,
    float[] weights) {

  static final List<Kind> KINDS =
      List.of(
          new Kind.Binary(),
          new Kind.MultiClass(List.of("A", "B", "C")),
          new Kind.MultiLabel(List.of("X", "Y", "Z")),
          new Kind.Regression(1, true),
          new Kind.Regression(3, false));

  /** Random rows; outputs lie on a coarse grid, so that there are ties; whole weights from 0. */
  static TaskData random(Kind kind, int rows, long seed) {
    Random random = new Random(seed);
    boolean regression = kind instanceof Kind.Regression;
    int classes = kind instanceof Kind.MultiClass ? 3 : 1;
    int labelWidth =
        kind instanceof Kind.Regression r ? r.length() : kind instanceof Kind.MultiLabel ? 3 : 1;
    int outputWidth = labelWidth * classes;
    int weightWidth = regression ? labelWidth : 1;
    float[] outputs = new float[rows * outputWidth];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = random.nextInt(9) / 8f;
    }
    float[] labels = new float[rows * labelWidth];
    for (int i = 0; i < labels.length; i++) {
      labels[i] =
          regression
              ? outputs[i] + (float) random.nextGaussian()
              : random.nextInt(classes == 1 ? 2 : classes);
    }
    float[] weights = new float[rows * weightWidth];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(4);
    }
    return new TaskData(kind, rows, outputWidth, labelWidth, weightWidth, outputs, labels, weights);
  }

  Map<String, Double> metrics() {
    return metrics(rows);
  }

  /** Added in batches of that size, the last one as short as it comes. */
  Map<String, Double> metrics(int batch) {
    TaskMetrics metrics = TaskMetrics.of(kind);
    for (int from = 0; from < rows; from += batch) {
      int to = Math.min(rows, from + batch);
      metrics.add(
          Arrays.copyOfRange(outputs, from * outputWidth, to * outputWidth),
          Arrays.copyOfRange(labels, from * labelWidth, to * labelWidth),
          Arrays.copyOfRange(weights, from * weightWidth, to * weightWidth),
          to - from);
    }
    return metrics.values();
  }

  TaskData withWeights(float[] newWeights) {
    return new TaskData(
        kind, rows, outputWidth, labelWidth, weightWidth, outputs, labels, newWeights);
  }

  /** The rows in that order, possibly repeated. */
  TaskData pick(int... order) {
    return new TaskData(
        kind,
        order.length,
        outputWidth,
        labelWidth,
        weightWidth,
        pick(outputs, outputWidth, order),
        pick(labels, labelWidth, order),
        pick(weights, weightWidth, order));
  }

  private static float[] pick(float[] values, int width, int[] order) {
    float[] result = new float[order.length * width];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(values, order[i] * width, result, i * width, width);
    }
    return result;
  }
}
