package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.Growth;
import dev.espalier.runtime.data.store.IntColumn;
import java.util.Arrays;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Labels that are a class for each token, {@code [b, length]}; -1 where there is none.
 *
 * @param classes in their order, row after row of the data
 * @param weights of rows
 */
public record EncodedTokenClasses(int length, EncodedBag classes, Floats weights, int count)
    implements EncodedLabels {

  @Override
  public boolean hasWeight() {
    for (int row = 0; row < weights.size(); row++) {
      for (int i = classes.start(row); i < classes.start(row + 1); i++) {
        if (weights.get(row) > 0 && classes.values().get(i) != IntColumn.MISSING) {
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
      int count = Math.min(length, classes.count(row));
      classes.values().copy(classes.start(row), ints, i * length, count);
      Arrays.fill(ints, i * length + count, (i + 1) * length, IntColumn.MISSING);
      for (int at = i * length; at < (i + 1) * length; at++) {
        floats[at] = ints[at] == IntColumn.MISSING ? 0 : weights.get(row);
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
      int start = classes.start(firstRow + i);
      int count = Math.min(length, classes.count(firstRow + i));
      for (int at = 0; at < length; at++) {
        int value = at < count ? classes.values().get(start + at) : IntColumn.MISSING;
        labels[i * length + at] = value;
        ofTokens[i * length + at] = value == IntColumn.MISSING ? 0 : weights.get(firstRow + i);
      }
    }
  }
}
