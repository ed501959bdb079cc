package dev.espalier.runtime.data.augment;

import dev.espalier.runtime.EspalierException;

/** The augmentations, as generated code names them. */
public final class Augmentations {
  private Augmentations() {}

  /** Mirrors a picture in half of the cases. */
  public static Augmentation randomFlip(boolean horizontal, boolean vertical) {
    return new RandomFlip(horizontal, vertical);
  }

  private record RandomFlip(boolean horizontal, boolean vertical) implements Augmentation {
    @Override
    public void draw(Draws draws, Change change) {
      if (horizontal && draws.half()) {
        change.mirrorColumns();
      }
      if (vertical && draws.half()) {
        change.mirrorRows();
      }
    }
  }

  /**
   * Shifts a picture by up to so many pixels up or down and left or right, filling with black.
   *
   * @param padding at least 1
   */
  public static Augmentation randomCrop(int padding) {
    requireAtLeastOne("padding", padding);
    return new RandomCrop(padding);
  }

  private record RandomCrop(int padding) implements Augmentation {
    @Override
    public void draw(Draws draws, Change change) {
      change.shift(draws.between(-padding, padding), draws.between(-padding, padding));
    }
  }

  /**
   * Enlarges or shrinks a picture, and takes a part of its size from it somewhere.
   *
   * @param min the smallest factor, above 0 and at most 1
   * @param max the greatest factor, at least 1
   */
  public static Augmentation randomZoom(double min, double max) {
    if (!(min > 0 && min <= 1 && max >= 1 && max < Double.POSITIVE_INFINITY)) {
      throw new EspalierException(
          "A zoom is from at most 1 to at least 1; found %s to %s".formatted(min, max));
    }
    return new RandomZoom(Math.log(min), Math.log(max));
  }

  /** By the logarithms of factors. */
  private record RandomZoom(double least, double most) implements Augmentation {
    @Override
    public void draw(Draws draws, Change change) {
      change.zoom(Math.exp(draws.within(least, most)), draws.within(0, 1), draws.within(0, 1));
    }
  }

  /**
   * Adds one number to all values of a picture, which stay within 0 and 255.
   *
   * @param most the greatest change as a part of 255, above 0 and at most 1
   */
  public static Augmentation randomBrightness(double most) {
    if (!(most > 0 && most <= 1)) {
      throw new EspalierException("A change of brightness is above 0 and at most 1; found " + most);
    }
    return new RandomBrightness((int) Math.round(255 * most));
  }

  private record RandomBrightness(int range) implements Augmentation {
    @Override
    public void draw(Draws draws, Change change) {
      change.brighten(draws.between(-range, range));
    }
  }

  /**
   * Shifts a sound by up to so many samples, filling with silence.
   *
   * @param samples at least 1
   */
  public static Augmentation timeShift(int samples) {
    requireAtLeastOne("samples", samples);
    return new TimeShift(samples);
  }

  private record TimeShift(int samples) implements Augmentation {
    @Override
    public void draw(Draws draws, Change change) {
      change.delay(draws.between(-samples, samples));
    }
  }

  private static void requireAtLeastOne(String what, int number) {
    if (number < 1) {
      throw new EspalierException("`" + what + "` is at least 1; found " + number);
    }
  }
}
