package dev.espalier.runtime.data;

import dev.espalier.runtime.data.augment.Change;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import java.util.Arrays;
import org.tensorflow.types.family.TType;

/** Pictures as bytes, {@code [b, height, width, channels]}; a missing one is black. */
record EncodedPictures(int feature, Encoding.Picture encoding, PictureColumn column)
    implements TensorColumn {

  @Override
  public TType tensor(BatchRows rows) {
    int size = encoding.height() * encoding.width() * encoding.channels();
    byte[] bytes = rows.scratch().bytes(Growth.exact(rows.size(), size));
    for (int i = 0; i < rows.size(); i++) {
      byte[] pixels = column.get(rows.row(i));
      Change change = rows.change(feature, i);
      if (pixels == null) {
        Arrays.fill(bytes, i * size, (i + 1) * size, (byte) 0);
      } else if (change == null || change.staysInPlace()) {
        System.arraycopy(pixels, 0, bytes, i * size, size);
      } else {
        move(pixels, change, bytes, i * size);
      }
      if (pixels != null && change != null && change.brightness() != 0) {
        brighten(bytes, i * size, size, change.brightness());
      }
    }
    return rows.scratch()
        .byteTensor(rows.size(), encoding.height(), encoding.width(), encoding.channels());
  }

  private void move(byte[] pixels, Change change, byte[] out, int start) {
    int channels = encoding.channels();
    int at = start;
    for (int y = 0; y < encoding.height(); y++) {
      int row = change.rowOf(y);
      boolean inside = row >= 0 && row < encoding.height();
      for (int x = 0; x < encoding.width(); x++) {
        int column = change.columnOf(x);
        if (inside && column >= 0 && column < encoding.width()) {
          int from = (row * encoding.width() + column) * channels;
          for (int c = 0; c < channels; c++) {
            out[at++] = pixels[from + c];
          }
        } else {
          for (int c = 0; c < channels; c++) {
            out[at++] = 0;
          }
        }
      }
    }
  }

  private static void brighten(byte[] bytes, int start, int size, int by) {
    for (int i = start; i < start + size; i++) {
      bytes[i] = (byte) Math.max(0, Math.min(255, (bytes[i] & 0xFF) + by));
    }
  }
}
