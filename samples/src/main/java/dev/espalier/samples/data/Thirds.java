package dev.espalier.samples.data;

import dev.espalier.runtime.DataException;
import dev.espalier.samples.data.ZipRepack.Member;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture or mask of 480x360, whose height and width become a third.
 *
 * @param full the whole
 */
record Thirds(BufferedImage full) {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;
  private static final float QUALITY = 0.95f;

  static Thirds of(Member member) throws IOException {
    BufferedImage image =
        ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(member.content())));
    if (image == null) {
      throw new DataException(member.name() + ": found no picture, expected one");
    }
    if (image.getWidth() != 3 * WIDTH || image.getHeight() != 3 * HEIGHT) {
      throw new DataException(
          "%s: found a picture of %d x %d pixels, expected %d x %d"
              .formatted(
                  member.name(), image.getHeight(), image.getWidth(), 3 * HEIGHT, 3 * WIDTH));
    }
    return new Thirds(image);
  }

  /** Means of three by three pixels, as JPEG. */
  byte[] picture() throws IOException {
    BufferedImage small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int[] pixels = full.getRGB(3 * x, 3 * y, 3, 3, null, 0, 3);
        small.setRGB(x, y, mean(pixels, 16) | mean(pixels, 8) | mean(pixels, 0));
      }
    }
    return jpeg(small);
  }

  /** The mean of a colour, in its place. */
  private static int mean(int[] pixels, int place) {
    int sum = pixels.length / 2;
    for (int pixel : pixels) {
      sum += pixel >> place & 255;
    }
    return sum / pixels.length << place;
  }

  /** Of three by three pixels the class of that in the middle, for classes have no mean; as PNG. */
  byte[] mask() throws IOException {
    BufferedImage small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        // The sample, not the colour, which a palette or a curve may have changed.
        int label = full.getRaster().getSample(3 * x + 1, 3 * y + 1, 0);
        small.getRaster().setSample(x, y, 0, label);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(small, "png", png);
    return png.toByteArray();
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return jpeg.toByteArray();
  }
}
