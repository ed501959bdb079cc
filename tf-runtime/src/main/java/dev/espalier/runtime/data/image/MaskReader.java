package dev.espalier.runtime.data.image;

import dev.espalier.dsl.Fit;
import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.image.Placement.Axis;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * Makes a class for each pixel of an indexed or grey picture: its raw samples, whatever colours a
 * palette has for them, as {@code [height, width]}, row by row.
 *
 * @param height rows of pixels
 * @param width pixels of a row
 * @param fit how another size is brought to this one, without mixing classes; by {@link Fit#EXACT}
 *     it is an error
 * @param outside the class of pixels that the mask leaves uncovered, by {@link Fit#CONTAIN} alone
 */
public record MaskReader(int height, int width, Fit fit, int outside) {

  /** Checks the size. */
  public MaskReader {
    Placement.checkSize(height, width);
    if (outside < 0 || outside > 255) {
      throw new IllegalArgumentException("found class " + outside + ", expected 0 to 255");
    }
  }

  /**
   * The classes in a file's content.
   *
   * @param place how messages call the mask
   * @throws DataException when it can't be decoded, has another size, colours or a class over 255,
   *     or is a JPEG
   */
  public byte[] read(String place, byte[] encoded) {
    if (encoded.length > 2 && encoded[0] == (byte) 0xFF && encoded[1] == (byte) 0xD8) {
      throw new DataException(
          place
              + ": found a mask in a JPEG, whose pixels are near what they were, expected a PNG, GIF"
              + " or BMP, which keep classes as they are");
    }
    BufferedImage image =
        ImageDecoder.decode(place, encoded, size -> placement(place, size.height, size.width));
    Raster raster = image.getRaster();
    if (raster.getNumBands() != 1) {
      throw new DataException(
          "%s: found a mask of %d channels, expected one: a grey or indexed picture"
              .formatted(place, raster.getNumBands()));
    }
    Placement placement = placement(place, image.getHeight(), image.getWidth());
    byte[] classes = new byte[height * width];
    Arrays.fill(classes, (byte) outside);
    Axis rows = placement.rows();
    Axis columns = placement.columns();
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < rows.covered(); y++) {
      raster.getPixels(0, nearest(rows, y, image.getHeight()), row.length, 1, row);
      int to = (rows.from() + y) * width + columns.from();
      for (int x = 0; x < columns.covered(); x++) {
        classes[to + x] = checked(place, row[nearest(columns, x, row.length)]);
      }
    }
    return classes;
  }

  private static byte checked(String place, int sample) {
    if (sample > 255) {
      throw new DataException(place + ": found class " + sample + ", expected 0 to 255");
    }
    return (byte) sample;
  }

  private static int nearest(Axis axis, int i, int source) {
    return (int) Math.max(0, Math.min(source - 1, Math.floor(axis.middle(i))));
  }

  private Placement placement(String place, int h, int w) {
    return Placement.of(place, "a mask", fit, h, w, height, width);
  }
}
