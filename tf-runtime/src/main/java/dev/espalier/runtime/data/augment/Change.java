package dev.espalier.runtime.data.augment;

/**
 * What is done to one row of a feature: where each pixel or sample comes from, and what is added to
 * it. One object serves for many rows.
 *
 * <p>A pixel {@code (x, y)} is the one at {@code (flipX x + offsetX, flipY y + offsetY)} of the
 * picture as it was read; outside of it is black.
 */
public final class Change {
  private int width;
  private int height;
  private int flipX;
  private int offsetX;
  private int flipY;
  private int offsetY;
  private int brightness;
  private int delay;

  /** Nothing is done so far to a picture of no size. */
  public Change() {}

  /** Nothing is done so far. */
  public void begin(int newHeight, int newWidth) {
    height = newHeight;
    width = newWidth;
    flipX = 1;
    flipY = 1;
    offsetX = 0;
    offsetY = 0;
    brightness = 0;
    delay = 0;
  }

  /** Swaps left and right. */
  public void mirrorColumns() {
    offsetX += flipX * (width - 1);
    flipX = -flipX;
  }

  /** Swaps top and bottom. */
  public void mirrorRows() {
    offsetY += flipY * (height - 1);
    flipY = -flipY;
  }

  /** Takes each pixel from so many rows below and columns to the right. */
  public void shift(int rows, int columns) {
    offsetY += flipY * rows;
    offsetX += flipX * columns;
  }

  /** Adds a number to all values. */
  public void brighten(int by) {
    brightness += by;
  }

  /** Moves a sound by so many samples towards its end. */
  public void delay(int samples) {
    delay += samples;
  }

  /** Whether every pixel stays where it is. */
  public boolean staysInPlace() {
    return flipX == 1 && flipY == 1 && offsetX == 0 && offsetY == 0;
  }

  /** The row that a row comes from; outside of the picture it is none. */
  public int rowOf(int y) {
    return flipY * y + offsetY;
  }

  /** The column that a column comes from; outside of the picture it is none. */
  public int columnOf(int x) {
    return flipX * x + offsetX;
  }

  /** What is added to each value. */
  public int brightness() {
    return brightness;
  }

  /** Samples that a sound is moved towards its end. */
  public int delay() {
    return delay;
  }

  /** Where a place comes to lie, as a part of the width. */
  public double movedX(double x) {
    return (flipX * (x * width - .5 - offsetX) + .5) / width;
  }

  /** Where a place comes to lie, as a part of the height. */
  public double movedY(double y) {
    return (flipY * (y * height - .5 - offsetY) + .5) / height;
  }
}
