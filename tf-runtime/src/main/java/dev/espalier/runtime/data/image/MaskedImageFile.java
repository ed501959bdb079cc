package dev.espalier.runtime.data.image;

import dev.espalier.dsl.Fit;
import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.file.DataFile;
import java.awt.image.BufferedImage;

/** A picture and the mask that says of each pixel which class it belongs to. */
public final class MaskedImageFile {
  private final DataFile mask;
  private final ImageFile picture;

  MaskedImageFile(DataFile picture, DataFile mask) {
    this.picture = new ImageFile(picture);
    this.mask = mask;
  }

  /** The picture's file name, with its ending. */
  public String name() {
    return picture.name();
  }

  /**
   * The picture's pixels; see {@link ImageFile#pixels(int, int, int)}.
   *
   * @throws DataException for another size, and for a file that can't be decoded
   */
  public byte[] pixels(int height, int width, int channels) {
    return picture.pixels(height, width, channels);
  }

  /** The picture's pixels, brought to this size. */
  public byte[] pixels(int height, int width, int channels, Fit fit) {
    return picture.pixels(height, width, channels, fit);
  }

  /** The picture as it stands in the file. */
  public BufferedImage image() {
    return picture.image();
  }

  /**
   * The class of each pixel.
   *
   * @return {@code [height, width]}, row by row; classes above 127 are negative bytes
   * @throws DataException for another size, for a file that can't be decoded and for a mask in
   *     colours
   */
  public byte[] mask(int height, int width) {
    return mask(height, width, Fit.EXACT, 0);
  }

  /**
   * The class of each pixel, brought to this size by taking the nearest.
   *
   * @param outside the class of pixels that the mask leaves uncovered, by {@link Fit#CONTAIN} alone
   */
  public byte[] mask(int height, int width, Fit fit, int outside) {
    return new MaskReader(height, width, fit, outside).read(mask.place(), mask.bytes());
  }

  /** How messages call it. */
  @Override
  public String toString() {
    return picture.toString();
  }
}
