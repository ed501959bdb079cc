package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.Ints;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Labels that are one class each; 0 where they are missing.
 *
 * @param classes {@code [rows]}
 * @param weights {@code [rows]}
 */
public record EncodedClasses(Ints classes, Floats weights, int count) implements EncodedLabels {

  @Override
  public boolean hasWeight() {
    return EncodedLabels.anyAboveZero(weights);
  }

  @Override
  public Batch.Labels batch(BatchRows rows, TensorScope scope) {
    int[] ints = rows.scratch().ints(rows.size());
    float[] floats = rows.scratch().floats(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      ints[i] = classes.get(rows.row(i));
      floats[i] = weights.get(rows.row(i));
    }
    TInt32 label = scope.own(rows.scratch().intTensor(rows.size()));
    TFloat32 weight = scope.own(rows.scratch().floatTensor(rows.size()));
    return new Batch.Labels(label, weight, EncodedLabels.total(floats, rows.size()));
  }

  @Override
  public void read(int firstRow, int rows, float[] labels, float[] ofRows) {
    for (int i = 0; i < rows; i++) {
      labels[i] = classes.get(firstRow + i);
      ofRows[i] = weights.get(firstRow + i);
    }
  }
}
