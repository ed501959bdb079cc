package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.augment.Change;

/** Moves what there is for each pixel of a picture: its channels, or its class; the nearest. */
record MovedPixels(int height, int width, int channels) {

  /** Writes the moved values, {@code outside} where they come from beyond the picture. */
  void write(byte[] values, Change change, byte outside, byte[] out, int start) {
    int at = start;
    for (int y = 0; y < height; y++) {
      int row = nearest(change.rowOf(y));
      boolean inside = row >= 0 && row < height;
      for (int x = 0; x < width; x++) {
        int column = nearest(change.columnOf(x));
        boolean there = inside && column >= 0 && column < width;
        int from = there ? (row * width + column) * channels : 0;
        for (int c = 0; c < channels; c++) {
          out[at++] = there ? values[from + c] : outside;
        }
      }
    }
  }

  /** The whole number that is nearest; of two, the greater. */
  static int nearest(double place) {
    return (int) Math.floor(place + .5);
  }
}
