package dev.espalier.runtime.data;

import java.util.Arrays;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Labels that are a class for each token, {@code [b, length]}; -1 where there is none.
 *
 * @param classes in their order, row after row of the data
 * @param weights of rows
 */
record EncodedTokenClasses(int length, EncodedBag classes, float[] weights, int count)
    implements EncodedLabels {

  @Override
  public boolean hasWeight() {
    for (int row = 0; row < weights.length; row++) {
      for (int i = classes.starts()[row]; i < classes.starts()[row + 1]; i++) {
        if (weights[row] > 0 && classes.values()[i] != IntColumn.MISSING) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public Batch.Labels batch(BatchRows rows, TensorScope scope) {
    int size = Growth.exact(rows.size(), length);
    int[] ints = rows.scratch().ints(size);
    float[] floats = rows.scratch().floats(size);
    double total = 0;
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.row(i);
      int start = classes.starts()[row];
      int count = Math.min(length, classes.starts()[row + 1] - start);
      System.arraycopy(classes.values(), start, ints, i * length, count);
      Arrays.fill(ints, i * length + count, (i + 1) * length, IntColumn.MISSING);
      for (int at = i * length; at < (i + 1) * length; at++) {
        floats[at] = ints[at] == IntColumn.MISSING ? 0 : weights[row];
        total += floats[at];
      }
    }
    TInt32 label = scope.own(rows.scratch().intTensor(rows.size(), length));
    TFloat32 weight = scope.own(rows.scratch().floatTensor(rows.size(), length));
    return new Batch.Labels(label, weight, total);
  }

  @Override
  public void read(int firstRow, int rows, float[] labels, float[] ofTokens) {
    for (int i = 0; i < rows; i++) {
      int start = classes.starts()[firstRow + i];
      int count = Math.min(length, classes.starts()[firstRow + i + 1] - start);
      for (int at = 0; at < length; at++) {
        int value = at < count ? classes.values()[start + at] : IntColumn.MISSING;
        labels[i * length + at] = value;
        ofTokens[i * length + at] = value == IntColumn.MISSING ? 0 : weights[firstRow + i];
      }
    }
  }
}
