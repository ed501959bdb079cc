package dev.espalier.runtime.data.image;

import dev.espalier.dsl.Fit;
import dev.espalier.runtime.DataException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes pixels of one size and one number of channels of pictures: row by row, {@code [height,
 * width, channels]}, a byte from 0 to 255 (unsigned) for each value.
 *
 * <p>Colours are sRGB. Grey is {@code .299 R + .587 G + .114 B}, and grey pictures have three equal
 * colours. 16 bits become 8; palettes are looked up; what is transparent lies on white. CMYK is
 * refused. The orientation that a camera notes beside the picture (EXIF) is not applied. Scaling is
 * bilinear; when a picture shrinks, each pixel is the weighted mean of all it stands for.
 *
 * @param height rows of pixels
 * @param width pixels of a row
 * @param channels 3 for red, green and blue, 1 for grey
 * @param fit how another size is brought to this one; by {@link Fit#EXACT} it is an error
 */
public record PixelReader(int height, int width, int channels, Fit fit) {

  /** Checks the size. */
  public PixelReader {
    Placement.checkSize(height, width);
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("found " + channels + " channels, expected 1 or 3");
    }
  }

  /**
   * The pixels of a JPEG, PNG, GIF (its first picture) or BMP.
   *
   * @throws DataException that names the file when it can't be read or decoded
   */
  public byte[] read(Path file) {
    try {
      return read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new DataException(file + ": the picture could not be read: " + e, e);
    }
  }

  /**
   * The same of a file's content.
   *
   * @param place how messages call the picture
   */
  public byte[] read(String place, byte[] encoded) {
    return pixels(
        ImageDecoder.decode(place, encoded, size -> fit(place, size.height, size.width)), place);
  }

  /** The same of a picture in memory. */
  public byte[] read(String place, BufferedImage image) {
    fit(place, image.getHeight(), image.getWidth());
    return pixels(image, place);
  }

  private byte[] pixels(BufferedImage image, String place) {
    ImageDecoder.requireRgbOrGrey(place, image);
    int h = image.getHeight();
    int w = image.getWidth();
    byte[] pixels = Pixels.of(image, channels);
    return h == height && w == width
        ? pixels
        : AreaScaling.scale(pixels, channels, h, w, fit(place, h, w));
  }

  private Placement fit(String place, int h, int w) {
    return Placement.of(place, "a picture", fit, h, w, height, width);
  }
}
