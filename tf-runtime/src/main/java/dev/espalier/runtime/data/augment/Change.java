package dev.espalier.runtime.data.augment;

/**
 * What is done to one row of a feature: where each pixel or sample comes from, and what is added to
 * it. One object serves for many rows.
 *
 * <p>A pixel {@code (x, y)} is what is at {@code (scaleX x + offsetX, scaleY y + offsetY)} of the
 * picture as it was read; outside of it is black. Unless there is a zoom, scales are 1 or -1 and
 * offsets whole, which doubles represent exactly.
 */
public final class Change {
  private int width;
  private int height;
  private double scaleX;
  private double offsetX;
  private double scaleY;
  private double offsetY;
  private int brightness;
  private int delay;

  /** Nothing is done so far to a picture of no size. */
  public Change() {}

  /** Nothing is done so far. */
  public void begin(int newHeight, int newWidth) {
    height = newHeight;
    width = newWidth;
    scaleX = 1;
    scaleY = 1;
    offsetX = 0;
    offsetY = 0;
    brightness = 0;
    delay = 0;
  }

  /** Swaps left and right. */
  public void mirrorColumns() {
    offsetX += scaleX * (width - 1);
    scaleX = -scaleX;
  }

  /** Swaps top and bottom. */
  public void mirrorRows() {
    offsetY += scaleY * (height - 1);
    scaleY = -scaleY;
  }

  /** Takes each pixel from so many rows below and columns to the right. */
  public void shift(int rows, int columns) {
    offsetY += scaleY * rows;
    offsetX += scaleX * columns;
  }

  /**
   * Enlarges and takes a part of the picture's size.
   *
   * @param factor above 0; below 1 it shrinks
   * @param x where the part lies: 0 for the left end of what there is, 1 for the right
   * @param y as x, from top to bottom
   */
  public void zoom(double factor, double x, double y) {
    double step = 1 / factor;
    offsetX += scaleX * (x * width * (1 - step) + (step - 1) / 2);
    offsetY += scaleY * (y * height * (1 - step) + (step - 1) / 2);
    scaleX *= step;
    scaleY *= step;
  }

  /** Adds a number to all values. */
  public void brighten(int by) {
    brightness += by;
  }

  /** Takes values as they were read, wherever they come from. */
  public void keepValues() {
    brightness = 0;
  }

  /** Moves a sound by so many samples towards its end. */
  public void delay(int samples) {
    delay += samples;
  }

  /** Whether every pixel stays where it is. */
  public boolean staysInPlace() {
    return scaleX == 1 && scaleY == 1 && offsetX == 0 && offsetY == 0;
  }

  /** How much larger things become; 1 without a zoom. */
  public double zoom() {
    return 1 / Math.abs(scaleX);
  }

  /** Where in the picture a row comes from, rows being at whole numbers. */
  public double rowOf(int y) {
    return scaleY * y + offsetY;
  }

  /** Where in the picture a column comes from, columns being at whole numbers. */
  public double columnOf(int x) {
    return scaleX * x + offsetX;
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
    return ((x * width - .5 - offsetX) / scaleX + .5) / width;
  }

  /** Where a place comes to lie, as a part of the height. */
  public double movedY(double y) {
    return ((y * height - .5 - offsetY) / scaleY + .5) / height;
  }
}
