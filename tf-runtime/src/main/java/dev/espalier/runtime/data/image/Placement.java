package dev.espalier.runtime.data.image;

import dev.espalier.dsl.Fit;
import dev.espalier.runtime.DataException;

/** Where in a picture of another size the source comes to lie, along each of its two axes. */
record Placement(Axis rows, Axis columns) {

  /**
   * One axis.
   *
   * @param size of the whole result
   * @param from where the source begins in the result
   * @param covered how much of the result the source covers
   * @param begin where in the source the covered part begins
   * @param step pixels of the source for a pixel of the result
   */
  record Axis(int size, int from, int covered, double begin, double step) {

    /** The place in the source of a covered pixel's middle. */
    double middle(int i) {
      return begin + (i + 0.5) * step;
    }
  }

  static void checkSize(int height, int width) {
    if (height < 1 || width < 1 || (long) height * width > 1 << 28) {
      throw new IllegalArgumentException(
          "found %d x %d pixels, expected at least 1 x 1 and at most 2^28 in all"
              .formatted(height, width));
    }
  }

  /** The placement of a source of h x w in height x width. */
  static Placement of(String place, String what, Fit fit, int h, int w, int height, int width) {
    double byHeight = (double) h / height;
    double byWidth = (double) w / width;
    return switch (fit) {
      case EXACT -> {
        if (h != height || w != width) {
          throw new DataException(
              "%s: found %s of %d x %d pixels (height x width), expected %d x %d"
                  .formatted(place, what, h, w, height, width));
        }
        yield stretched(height, width, 1, 1);
      }
      case STRETCH -> stretched(height, width, byHeight, byWidth);
      case COVER -> scaled(h, w, height, width, Math.min(byHeight, byWidth));
      case CONTAIN -> scaled(h, w, height, width, Math.max(byHeight, byWidth));
    };
  }

  private static Placement stretched(int height, int width, double byHeight, double byWidth) {
    return new Placement(
        new Axis(height, 0, height, 0, byHeight), new Axis(width, 0, width, 0, byWidth));
  }

  private static Placement scaled(int h, int w, int height, int width, double step) {
    return new Placement(axis(h, height, step), axis(w, width, step));
  }

  private static Axis axis(int source, int size, double step) {
    int covered = (int) Math.max(1, Math.min(size, Math.round(source / step)));
    if (covered == size) {
      return new Axis(size, 0, size, (source - size * step) / 2, step);
    }
    return new Axis(size, (size - covered) / 2, covered, 0, (double) source / covered);
  }
}
