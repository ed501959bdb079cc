package dev.espalier.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.draw.PixelFont;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSheetTest {
  private static final int GAP = 14;

  @TempDir private Path folder;

  @Test
  void picturesStandInAGridAtTheirScale() throws IOException {
    PictureSheet sheet = sheet(2, 10);
    for (byte red = 10; red <= 30; red += 10) {
      sheet.add(new byte[] {red, 0, 0, 0, red, 0}, 1, 2);
    }
    BufferedImage image = written(sheet);
    for (int i = 0; i < 3; i++) {
      int x = GAP + i % 2 * (20 + GAP);
      int y = GAP + i / 2 * (image.getHeight() - GAP) / 2;
      assertThat(rgb(image, x, y)).isEqualTo((i + 1) * 10 << 16);
      assertThat(rgb(image, x + 9, y + 9)).isEqualTo((i + 1) * 10 << 16);
      assertThat(rgb(image, x + 10, y)).isEqualTo((i + 1) * 10 << 8);
    }
  }

  @Test
  void aMaskShinesThroughAndLeavesOtherClassesAlone() throws IOException {
    PictureSheet sheet = sheet(1, 4);
    sheet
        .add(new byte[9], 1, 3)
        .mask(new byte[] {0, 1, (byte) 200}, null, new Color(255, 255, 255, 128));
    BufferedImage image = written(sheet);
    assertThat(rgb(image, GAP + 1, GAP)).isZero();
    assertThat(rgb(image, GAP + 5, GAP) & 255).isBetween(126, 130);
    assertThat(rgb(image, GAP + 9, GAP)).isZero();
  }

  @Test
  void aBoxIsAnOutlineAtItsPlace() throws IOException {
    PictureSheet sheet = sheet(1, 40);
    sheet.add(new byte[12], 2, 2).box(new float[] {.5f, .25f, .5f, .25f}, Color.WHITE);
    BufferedImage image = written(sheet);
    assertThat(rgb(image, GAP + 20, GAP + 20)).isEqualTo(0xffffff);
    assertThat(rgb(image, GAP + 59, GAP + 29)).isEqualTo(0xffffff);
    assertThat(rgb(image, GAP + 40, GAP + 20)).isZero();
    assertThat(rgb(image, GAP + 40, GAP + 40)).isZero();
  }

  @Test
  void whatIsWrongIsRed() throws IOException {
    PictureSheet sheet = sheet(1, 40);
    sheet.add(new byte[12], 2, 2).caption("I", true).caption("I", false);
    BufferedImage image = written(sheet);
    assertThat(reddish(image, 0, 20)).isZero();
    assertThat(reddish(image, 20, image.getWidth())).isPositive();
  }

  @Test
  void longCaptionsTakeLinesAndTheSheetGrowsWithThem() throws IOException {
    PictureSheet low = sheet(1, 40);
    low.add(new byte[12], 2, 2).caption("ROAD", Color.WHITE);
    int before = written(low).getHeight();
    PictureSheet high = sheet(1, 40);
    SheetPicture picture = high.add(new byte[12], 2, 2).caption("ROAD", Color.WHITE);
    picture.caption("TREES", Color.WHITE).caption("FENCE", Color.RED);
    BufferedImage image = written(high);
    int line = (image.getHeight() - before) / 2;
    assertThat(line).isGreaterThan(PixelFont.HEIGHT);
    int below = GAP + 80;
    assertThat(reddish(image.getSubimage(0, 0, image.getWidth(), below + 2 * line), 0, 80))
        .isZero();
    assertThat(reddish(image, 0, image.getWidth())).isPositive();
  }

  @Test
  void nothingIsLeftBesideTheSheet() throws IOException {
    PictureSheet sheet = sheet(1, 1);
    sheet.add(new byte[3], 1, 1);
    sheet.write();
    sheet.write();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(sheet.file());
    }
  }

  @Test
  void aPlaceThatCantBeWrittenToIsSaidAtOnce() {
    Path nowhere = folder.resolve("none").resolve("sheet.png");
    assertThatThrownBy(() -> new PictureSheet(nowhere, 1, 1))
        .isInstanceOf(EspalierException.class)
        .hasMessageContaining("Can't write the sheet " + nowhere);
  }

  private PictureSheet sheet(int columns, int scale) {
    return new PictureSheet(folder.resolve("sheet.png"), columns, scale);
  }

  private static BufferedImage written(PictureSheet sheet) throws IOException {
    sheet.write();
    return ImageIO.read(sheet.file().toFile());
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  private static int reddish(BufferedImage image, int fromX, int toX) {
    int count = 0;
    for (int x = fromX; x < toX; x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        Color color = new Color(image.getRGB(x, y));
        count += color.getRed() > color.getGreen() + 100 ? 1 : 0;
      }
    }
    return count;
  }
}
