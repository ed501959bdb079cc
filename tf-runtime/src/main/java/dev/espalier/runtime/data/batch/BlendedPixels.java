package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.augment.Change;

/**
 * Moves a picture to places between its pixels: each value is interpolated from the four around it.
 */
record BlendedPixels(int height, int width, int channels) {

  /** Writes the moved values, {@code outside} where the nearest pixel is beyond the picture. */
  void write(byte[] values, Change change, byte outside, byte[] out, int start) {
    int at = start;
    for (int y = 0; y < height; y++) {
      double row = change.rowOf(y);
      for (int x = 0; x < width; x++) {
        double column = change.columnOf(x);
        boolean there = isInside(row, height) && isInside(column, width);
        for (int c = 0; c < channels; c++) {
          out[at++] = there ? blended(values, row, column, c) : outside;
        }
      }
    }
  }

  private static boolean isInside(double place, int size) {
    int nearest = MovedPixels.nearest(place);
    return nearest >= 0 && nearest < size;
  }

  private byte blended(byte[] values, double row, double column, int channel) {
    // At the border the outermost pixels go on.
    double y = Math.max(0, Math.min(height - 1, row));
    double x = Math.max(0, Math.min(width - 1, column));
    int top = (int) y;
    int left = (int) x;
    int bottom = Math.min(top + 1, height - 1);
    int right = Math.min(left + 1, width - 1);
    double above = mixed(values, top, left, right, x - left, channel);
    double below = mixed(values, bottom, left, right, x - left, channel);
    return (byte) Math.round(above + (y - top) * (below - above));
  }

  private double mixed(byte[] values, int row, int left, int right, double part, int channel) {
    int first = values[(row * width + left) * channels + channel] & 0xFF;
    int second = values[(row * width + right) * channels + channel] & 0xFF;
    return first + part * (second - first);
  }
}
