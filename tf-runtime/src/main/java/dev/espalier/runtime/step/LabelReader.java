package dev.espalier.runtime.step;

import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo.Kind;

/** A task's labels as metrics take them: classes by index, values in the label's own unit. */
final class LabelReader {
  private final EncodedRows rows;
  private final int task;
  private final Kind kind;
  private final double[] mean;
  private final double[] deviation;
  private float[] labels = new float[0];
  private float[] weights = new float[0];

  LabelReader(EncodedRows rows, Preprocessing preprocessing, int task) {
    this.rows = rows;
    this.task = task;
    this.kind = preprocessing.info().tasks().get(task).kind();
    this.mean = preprocessing.labelMean(task);
    this.deviation = preprocessing.labelDeviation(task);
  }

  /** Reads the labels and weights of some rows. */
  void read(int firstRow, int count) {
    int width = kind.labelWidth();
    labels = longEnough(labels, count * width);
    weights = longEnough(weights, count * kind.weightWidth());
    rows.read(task, firstRow, count, labels, weights);
    for (int i = 0; i < count * width && kind instanceof Kind.Regression; i++) {
      labels[i] = (float) (labels[i] * deviation[i % width] + mean[i % width]);
    }
  }

  private static float[] longEnough(float[] array, int length) {
    return array.length < length ? new float[length] : array;
  }

  /** The labels that were read last, {@code [rows, labelWidth]}. */
  float[] labels() {
    return labels;
  }

  /** The weights that were read last, {@code [rows, weightWidth]}; 0 where a label is missing. */
  float[] weights() {
    return weights;
  }
}
