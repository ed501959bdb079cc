package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.augment.Change;
import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.Growth;
import dev.espalier.runtime.data.store.RowValues;
import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.Arrays;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Labels that are a class for each pixel, as bytes {@code [b, height * width]}; 255 where there is
 * none. Where their picture is moved in training, they are moved along.
 *
 * @param weights of rows, 0 where there is no label
 */
public record EncodedPixelClasses(
    Kind.PixelClasses kind, int feature, RowValues<byte[]> column, Floats weights, int count)
    implements EncodedLabels {
  /** Stands for no class, and for the class that does not count. */
  public static final byte NONE = (byte) 255;

  @Override
  public boolean hasWeight() {
    return EncodedLabels.anyAboveZero(weights);
  }

  @Override
  public Batch.Labels batch(BatchRows rows, TensorScope scope) {
    int size = kind.labelWidth();
    MovedPixels moved = new MovedPixels(kind.height(), kind.width(), 1);
    byte[] bytes = rows.scratch().bytes(Growth.exact(rows.size(), size));
    float[] floats = rows.scratch().floats(rows.size());
    double total = 0;
    for (int i = 0; i < rows.size(); i++) {
      write(moved, column.get(rows.row(i)), rows.change(feature, i), bytes, i * size);
      floats[i] = weights.get(rows.row(i));
      total += floats[i] * labelled(bytes, i * size, size);
    }
    TUint8 label = scope.own(rows.scratch().byteTensor(rows.size(), size));
    TFloat32 weight = scope.own(rows.scratch().floatTensor(rows.size()));
    return new Batch.Labels(label, weight, total);
  }

  private void write(MovedPixels moved, byte[] pixels, Change change, byte[] out, int start) {
    if (pixels == null) {
      Arrays.fill(out, start, start + kind.labelWidth(), NONE);
      return;
    }
    if (change == null || change.staysInPlace()) {
      System.arraycopy(pixels, 0, out, start, pixels.length);
      return;
    }
    moved.write(pixels, change, NONE, out, start);
  }

  private static int labelled(byte[] bytes, int start, int size) {
    int labelled = 0;
    for (int i = start; i < start + size; i++) {
      labelled += bytes[i] == NONE ? 0 : 1;
    }
    return labelled;
  }

  @Override
  public void read(int firstRow, int rows, float[] labels, float[] ofPixels) {
    int size = kind.labelWidth();
    for (int i = 0; i < rows; i++) {
      byte[] pixels = column.get(firstRow + i);
      for (int p = 0; p < size; p++) {
        boolean there = pixels != null && pixels[p] != NONE;
        labels[i * size + p] = there ? pixels[p] & 0xFF : -1;
        ofPixels[i * size + p] = there ? weights.get(firstRow + i) : 0;
      }
    }
  }
}
