package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.Growth;
import org.tensorflow.types.TFloat32;

/**
 * Labels that are numbers: of binary, multi-label and regression tasks; 0 where they are missing.
 *
 * @param width numbers in one label
 * @param numbers {@code [rows, width]}
 * @param weightWidth weights of one row, 1 or as many as numbers
 * @param weights {@code [rows, weightWidth]}
 */
public record EncodedNumbers(int width, Floats numbers, int weightWidth, Floats weights, int count)
    implements EncodedLabels {

  @Override
  public boolean hasWeight() {
    return EncodedLabels.anyAboveZero(weights);
  }

  @Override
  public Batch.Labels batch(BatchRows rows, TensorScope scope) {
    gather(rows, numbers, width);
    TFloat32 label = scope.own(rows.scratch().floatTensor(rows.size(), width));
    float[] gathered = gather(rows, weights, weightWidth);
    double total = EncodedLabels.total(gathered, rows.size() * weightWidth);
    TFloat32 weight =
        weightWidth == 1
            ? rows.scratch().floatTensor(rows.size())
            : rows.scratch().floatTensor(rows.size(), weightWidth);
    return new Batch.Labels(label, scope.own(weight), total);
  }

  private static float[] gather(BatchRows rows, Floats source, int width) {
    float[] floats = rows.scratch().floats(Growth.exact(rows.size(), width));
    rows.gather(source, width, floats);
    return floats;
  }

  @Override
  public void read(int firstRow, int rows, float[] labels, float[] ofRows) {
    numbers.copy((long) firstRow * width, labels, 0, rows * width);
    weights.copy((long) firstRow * weightWidth, ofRows, 0, rows * weightWidth);
  }
}
