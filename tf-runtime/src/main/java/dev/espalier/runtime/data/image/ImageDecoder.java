package dev.espalier.runtime.data.image;

import dev.espalier.runtime.DataException;
import java.awt.Dimension;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes pictures with the JDK's readers and says what is wrong with those that are broken. */
final class ImageDecoder {
  /** More than any camera makes; a file of a few bytes may claim more. */
  private static final long MOST_PIXELS = 1L << 28;

  private static final String OTHER_COLOURS =
      ": found colours other than RGB or grey (CMYK, probably), expected RGB or grey";

  private ImageDecoder() {}

  /** Refuses colours that some of the JDK's versions decode and none converts as a viewer would. */
  static void requireRgbOrGrey(String place, BufferedImage image) {
    int colours = image.getColorModel().getColorSpace().getType();
    if (colours != ColorSpace.TYPE_RGB && colours != ColorSpace.TYPE_GRAY) {
      throw new DataException(place + OTHER_COLOURS);
    }
  }

  /**
   * The first picture in a file.
   *
   * @param place how messages call the file
   * @param check sees the size before anything is decoded, to refuse it
   */
  static BufferedImage decode(String place, byte[] encoded, Consumer<Dimension> check) {
    if (encoded.length == 0) {
      throw new DataException(place + ": found an empty file, expected a picture");
    }
    // Not ImageIO.createImageInputStream, which may put a file on disk.
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new DataException(
            place + ": found no picture in it, expected the bytes of a JPEG, PNG, GIF or BMP");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return decode(place, reader, check);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw broken(place, e);
    }
  }

  private static BufferedImage decode(String place, ImageReader reader, Consumer<Dimension> check) {
    List<String> truncations = new ArrayList<>();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          String small = warning.toLowerCase(Locale.ROOT);
          if (small.contains("premature end") || small.contains("truncated")) {
            truncations.add(warning);
          }
        });
    BufferedImage image;
    try {
      Dimension size = new Dimension(reader.getWidth(0), reader.getHeight(0));
      if ((long) size.width * size.height > MOST_PIXELS) {
        throw new DataException(
            "%s: found a picture of %d x %d pixels, expected at most %d in all"
                .formatted(place, size.height, size.width, MOST_PIXELS));
      }
      check.accept(size);
      image = reader.read(0);
    } catch (DataException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // Readers throw all sorts for broken bytes.
      throw broken(place, e);
    }
    if (!truncations.isEmpty()) {
      throw new DataException(
          "%s: the picture is cut off or broken: %s".formatted(place, truncations.get(0)));
    }
    return image;
  }

  private static DataException broken(String place, Exception e) {
    if ("Unsupported Image Type".equals(e.getMessage())) {
      return new DataException(place + OTHER_COLOURS, e);
    }
    Throwable reason = e;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    return new DataException(place + ": the picture can't be decoded: " + reason, e);
  }
}
