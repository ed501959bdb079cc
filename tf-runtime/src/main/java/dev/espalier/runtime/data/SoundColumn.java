package dev.espalier.runtime.data;

import java.util.ArrayList;
import java.util.List;

/** The samples of a sound in every row, of any length; null where there is none. */
final class SoundColumn {
  private final List<float[]> rows = new ArrayList<>();

  /** Makes room for a row, whose sound is missing. */
  void open(int row) {
    if (row < rows.size()) {
      rows.set(row, null);
    } else {
      rows.add(null);
    }
  }

  void set(int row, float[] samples) {
    rows.set(row, samples);
  }

  float[] get(int row) {
    return rows.get(row);
  }
}
