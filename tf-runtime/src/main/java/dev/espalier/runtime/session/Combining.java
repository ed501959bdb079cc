package dev.espalier.runtime.session;

import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.List;

/** One output of a task, combined over several models. */
final class Combining {
  private Combining() {}

  /**
   * The combined output.
   *
   * @param outputs of each model, for the same rows
   */
  static Matrix of(List<Matrix> outputs, Kind kind, Combination combination) {
    boolean classes = kind instanceof Kind.TokenClasses || kind instanceof Kind.PixelClasses;
    int rows = outputs.get(0).rows();
    Matrix combined = new Matrix(rows);
    for (int row = 0; row < rows; row++) {
      int each = row;
      List<float[]> ofRow = outputs.stream().map(output -> output.row(each)).toList();
      combined.put(row, classes ? mostFrequent(ofRow) : mean(ofRow, kind, combination));
    }
    return combined;
  }

  private static float[] mean(List<float[]> rows, Kind kind, Combination combination) {
    double[] sums = new double[rows.get(0).length];
    for (float[] row : rows) {
      float[] ballot = combination.ballot(kind, row);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += ballot[i];
      }
    }
    float[] mean = new float[sums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sums[i] / rows.size());
    }
    return mean;
  }

  /** Of each position; where several are as frequent, the one that an earlier model said. */
  private static float[] mostFrequent(List<float[]> rows) {
    float[] found = new float[rows.get(0).length];
    for (int i = 0; i < found.length; i++) {
      int most = 0;
      for (float[] candidate : rows) {
        int count = 0;
        for (float[] row : rows) {
          count += row[i] == candidate[i] ? 1 : 0;
        }
        if (count > most) {
          most = count;
          found[i] = candidate[i];
        }
      }
    }
    return found;
  }
}
