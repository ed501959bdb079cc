package dev.espalier.runtime.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.dsl.Fit;
import dev.espalier.runtime.DataException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelReaderTest {

  private static BufferedImage noise(int height, int width) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(1);
    for (int i = 0; i < height * width; i++) {
      image.setRGB(i % width, i / width, random.nextInt());
    }
    return image;
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] read(BufferedImage image, int height, int width, int channels, Fit fit) {
    return new PixelReader(height, width, channels, fit).read("p", image);
  }

  @Test
  void coloursGreyPalettesAndAlpha() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x80_00_40_FF);
    assertThat(read(image, 1, 1, 3, Fit.EXACT)).containsExactly(bytes(127, 159, 255));
    BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 100);
    assertThat(read(grey, 1, 1, 3, Fit.EXACT)).containsExactly(bytes(100, 100, 100));
    BufferedImage deep = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSample(0, 0, 0, 257 * 90);
    assertThat(read(deep, 1, 1, 1, Fit.EXACT)).containsExactly(bytes(90));
    BufferedImage indexed = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
    indexed.setRGB(0, 0, 0xFF_FF_00_00);
    assertThat(read(indexed, 1, 1, 3, Fit.EXACT)).containsExactly(bytes(255, 0, 0));
    assertThat(read(indexed, 1, 1, 1, Fit.EXACT)).containsExactly(bytes(76));
  }

  /** Some versions of the JDK read such a file as a picture, others not at all. */
  @Test
  void inksAreRefused() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      Raster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null);
      writer.write(new IIOImage(inks, List.of(), null));
    } finally {
      writer.dispose();
    }
    assertThatThrownBy(() -> new PixelReader(8, 8, 3, Fit.EXACT).read("a.jpg", out.toByteArray()))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "a.jpg: found colours other than RGB or grey (CMYK, probably), expected RGB or grey");
  }

  @Test
  void fitsPlaceAsTheySay() {
    BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, 4, 2, new int[] {10, 10, 90, 90, 10, 10, 90, 90});
    assertThat(read(image, 2, 2, 1, Fit.COVER)).containsExactly(bytes(10, 90, 10, 90));
    // Columns 0 and 1 count 3, 3 and column 2 counts 1 of 7.
    assertThat(read(image, 2, 2, 1, Fit.STRETCH)).containsExactly(bytes(21, 79, 21, 79));
    byte[] contained = read(image, 4, 4, 1, Fit.CONTAIN);
    assertThat(contained)
        .startsWith(bytes(0, 0, 0, 0, 10, 10, 90, 90))
        .endsWith(bytes(90, 90, 0, 0, 0, 0));
    assertThatThrownBy(() -> read(image, 2, 2, 1, Fit.EXACT))
        .isInstanceOf(DataException.class)
        .hasMessage("p: found a picture of 2 x 4 pixels (height x width), expected 2 x 2");
  }

  @Test
  void shrinkingKeepsTheMeanAndConstantsStay() {
    BufferedImage noise = noise(600, 800);
    double mean = mean(read(noise, 600, 800, 1, Fit.EXACT));
    assertThat(mean(read(noise, 20, 30, 1, Fit.STRETCH))).isBetween(mean - 1, mean + 1);
    byte[] small = read(noise, 20, 30, 1, Fit.STRETCH);
    // Single pixels would differ by a hundred; means of 800 pixels don't.
    for (byte each : small) {
      assertThat(each & 0xFF).isBetween((int) mean - 20, (int) mean + 20);
    }
    BufferedImage plain = new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = plain.createGraphics();
    pen.setColor(new Color(200, 200, 200));
    pen.fillRect(0, 0, 7, 5);
    pen.dispose();
    for (int size : new int[] {1, 3, 6, 50}) {
      assertThat(read(plain, size, size, 3, Fit.COVER)).containsOnly((byte) 200);
      assertThat(read(plain, size, size, 3, Fit.STRETCH)).containsOnly((byte) 200);
    }
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static double mean(byte[] pixels) {
    double sum = 0;
    for (byte each : pixels) {
      sum += each & 0xFF;
    }
    return sum / pixels.length;
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp"})
  void picturesCutInHalfAreRefused(String format) throws IOException {
    byte[] whole = encoded(noise(64, 48), format);
    PixelReader reader = new PixelReader(64, 48, 3, Fit.EXACT);
    assertThat(reader.read("p", whole)).hasSize(64 * 48 * 3);
    for (int length : new int[] {whole.length / 2, 60, 9, 1}) {
      assertThatThrownBy(() -> reader.read("dir/p." + format, Arrays.copyOf(whole, length)))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("dir/p." + format + ": ");
    }
  }

  @Test
  void whatIsNoPictureIsRefused() {
    PixelReader reader = new PixelReader(1, 1, 3, Fit.EXACT);
    assertThatThrownBy(() -> reader.read("a.png", new byte[0]))
        .hasMessage("a.png: found an empty file, expected a picture");
    assertThatThrownBy(() -> reader.read("a.png", new byte[100]))
        .hasMessageContaining("a.png: found no picture in it, expected the bytes of");
    assertThatThrownBy(() -> new PixelReader(1, 1, 2, Fit.EXACT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
