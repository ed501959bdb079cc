package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.augment.Change;
import dev.espalier.runtime.data.store.Growth;
import dev.espalier.runtime.data.store.RowValues;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import java.util.Arrays;
import org.tensorflow.types.family.TType;

/** Pictures as bytes, {@code [b, height, width, channels]}; a missing one is black. */
public record EncodedPictures(int feature, Encoding.Picture encoding, RowValues<byte[]> column)
    implements TensorColumn {
  private static final byte BLACK = 0;

  @Override
  public TType tensor(BatchRows rows) {
    int size = encoding.height() * encoding.width() * encoding.channels();
    MovedPixels moved = new MovedPixels(encoding.height(), encoding.width(), encoding.channels());
    BlendedPixels blended =
        new BlendedPixels(encoding.height(), encoding.width(), encoding.channels());
    byte[] bytes = rows.scratch().bytes(Growth.exact(rows.size(), size));
    for (int i = 0; i < rows.size(); i++) {
      byte[] pixels = column.get(rows.row(i));
      Change change = rows.change(feature, i);
      if (pixels == null) {
        Arrays.fill(bytes, i * size, (i + 1) * size, BLACK);
      } else if (change == null || change.staysInPlace()) {
        System.arraycopy(pixels, 0, bytes, i * size, size);
      } else if (change.zoom() != 1) {
        blended.write(pixels, change, BLACK, bytes, i * size);
      } else {
        moved.write(pixels, change, BLACK, bytes, i * size);
      }
      if (pixels != null && change != null && change.brightness() != 0) {
        brighten(bytes, i * size, size, change.brightness());
      }
    }
    return rows.scratch()
        .byteTensor(rows.size(), encoding.height(), encoding.width(), encoding.channels());
  }

  private static void brighten(byte[] bytes, int start, int size, int by) {
    for (int i = start; i < start + size; i++) {
      bytes[i] = (byte) Math.max(0, Math.min(255, (bytes[i] & 0xFF) + by));
    }
  }
}
