package dev.espalier.runtime.train;

import dev.espalier.runtime.data.EncodedRows;
import dev.espalier.runtime.data.Preprocessing;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.Arrays;

/** A task's labels as metrics take them: classes by index, values in the label's own unit. */
final class LabelReader {
  private final EncodedRows rows;
  private final int task;
  private final boolean classes;
  private final int width;
  private final int weightWidth;
  private final double[] mean;
  private final double[] deviation;

  LabelReader(EncodedRows rows, Preprocessing preprocessing, int task) {
    Kind kind = preprocessing.info().tasks().get(task).kind();
    this.rows = rows;
    this.task = task;
    this.classes = kind instanceof Kind.MultiClass;
    this.width =
        kind instanceof Kind.MultiLabel labels
            ? labels.labels().size()
            : kind instanceof Kind.Regression values ? values.length() : 1;
    this.weightWidth = kind instanceof Kind.Regression ? width : 1;
    this.mean = kind instanceof Kind.Regression ? preprocessing.labelMean(task) : new double[] {};
    this.deviation = preprocessing.labelDeviation(task);
  }

  /** The labels of some rows. */
  float[] labels(int firstRow, int count) {
    if (classes) {
      int[] all = rows.classLabels(task);
      float[] labels = new float[count];
      for (int i = 0; i < count; i++) {
        labels[i] = all[firstRow + i];
      }
      return labels;
    }
    float[] labels = part(rows.numberLabels(task), firstRow, count, width);
    for (int i = 0; i < labels.length && mean.length > 0; i++) {
      labels[i] = (float) (labels[i] * deviation[i % width] + mean[i % width]);
    }
    return labels;
  }

  /** The weights of some rows, 0 where the label is missing. */
  float[] weights(int firstRow, int count) {
    return part(rows.weights(task), firstRow, count, weightWidth);
  }

  private static float[] part(float[] all, int firstRow, int count, int columns) {
    return Arrays.copyOfRange(all, firstRow * columns, (firstRow + count) * columns);
  }
}
