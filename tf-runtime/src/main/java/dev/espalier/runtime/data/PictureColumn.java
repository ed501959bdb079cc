package dev.espalier.runtime.data;

import java.util.ArrayList;
import java.util.List;

/** The pixels of a picture in every row, or of what runs along it; null where there is none. */
final class PictureColumn {
  private final List<byte[]> rows = new ArrayList<>();

  /** Makes room for a row, whose picture is missing. */
  synchronized void open(int row) {
    if (row < rows.size()) {
      rows.set(row, null);
    } else {
      rows.add(null);
    }
  }

  /** Sets a picture, from whatever thread decoded it. */
  synchronized void set(int row, byte[] pixels) {
    rows.set(row, pixels);
  }

  byte[] get(int row) {
    return rows.get(row);
  }
}
