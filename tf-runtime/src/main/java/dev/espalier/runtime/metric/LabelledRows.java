package dev.espalier.runtime.metric;

import dev.espalier.runtime.DataException;

/**
 * A batch of one task's outputs beside its labels and weights, row-major; arrays may be longer than
 * needed.
 *
 * @param rows how many
 * @param outputs {@code [rows, outputWidth]}
 * @param labels {@code [rows, labelWidth]}
 * @param weights {@code [rows, weightWidth]}
 */
record LabelledRows(int rows, float[] outputs, float[] labels, float[] weights) {

  /** Whether an element has a label and a weight, both arrays having one entry for it. */
  boolean has(int element) {
    return weights[element] > 0 && !Float.isNaN(labels[element]);
  }

  /** Whether a label of several, all under the weight of their row, is there. */
  boolean has(int row, int label, int width) {
    return weights[row] > 0 && !Float.isNaN(labels[row * width + label]);
  }

  /** The class of a row or, where each position has one, of an element; checked. */
  int classOf(int row, int classes) {
    float label = labels[row];
    if (label < 0 || label >= classes || label != (int) label) {
      throw new DataException(
          "Row " + row + " of a batch has the class " + label + "; expected 0 to " + (classes - 1));
    }
    return (int) label;
  }

  /** The class with the greatest output, the first of equal ones. */
  int predictedClass(int row, int classes) {
    int first = row * classes;
    int best = first;
    for (int i = first + 1; i < first + classes; i++) {
      if (outputs[i] > outputs[best]) {
        best = i;
      }
    }
    return best - first;
  }

  /** An output that is itself a class; negative where there is none. */
  int outputClass(int element) {
    return (int) outputs[element];
  }

  /** Whether an output that is a probability says yes: more than one half. */
  boolean predictedYes(int element) {
    return outputs[element] > 0.5f;
  }

  /** Whether a label says yes. */
  boolean yes(int element) {
    return labels[element] > 0.5f;
  }
}
