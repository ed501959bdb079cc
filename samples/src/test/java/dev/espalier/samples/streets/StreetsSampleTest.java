package dev.espalier.samples.streets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.samples.cli.DataFolder;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import dev.espalier.samples.streets.Street.Thing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreetsSampleTest {
  @TempDir private Path folder;

  /** A few pictures are learnt by heart. */
  @Test
  void theMasksOfAFewPicturesAreLearnt() throws IOException {
    SampleOptions options = new SampleOptions(25, 4, 2e-3);
    DataFolder data = options.data();
    assumeTrue(
        data.has(StreetsSample.DATA),
        () -> "skipped: found no " + StreetsSample.DATA.file() + " in " + data.path());
    Dataset<Street> few =
        StreetsSample.part(data.file(StreetsSample.DATA), "val").where(row -> row % 13 == 0).load();
    Path sheet = folder.resolve("streets.png");
    Figures figures =
        new SampleTraining(options, new PrintWriter(Writer.nullWriter()))
            .run(
                StreetTrainer.builder(),
                new Splits<>(few, few, few),
                trainer -> new StreetSheet(sheet).write(trainer, few));
    assertThat(figures.rows()).isEqualTo(8);
    assertThat(figures.history().last().loss(StreetTask.mask))
        .isLessThan(figures.history().epochs().get(0).loss(StreetTask.mask) / 2);
    assertThat(figures.test().metric(StreetTask.mask, "pixelAccuracy")).isGreaterThan(0.75);
    assertThat(figures.test().metric(StreetTask.mask, "miou")).isGreaterThan(0.25);
    assertThat(figures.test().of(StreetTask.mask).metrics())
        .containsKey("iou[10]")
        .doesNotContainKey("iou[11]");
    BufferedImage drawn = ImageIO.read(sheet.toFile());
    assertThat(drawn.getWidth()).isGreaterThan(3 * 3 * Street.WIDTH);
    assertThat(drawn.getHeight()).isGreaterThan(8 * 3 * Street.HEIGHT);
  }

  @Test
  void theMaskTellsTheContent() throws IOException {
    BufferedImage mask = mask(Street.VOID);
    mask.getRaster().setSample(3, 4, 0, Thing.TREE.ordinal());
    mask.getRaster().setSample(159, 119, 0, Thing.BICYCLIST.ordinal());
    write("train/a.png", png(picture(Street.WIDTH)));
    write("trainannot/a.png", png(mask));
    List<Street> streets = new ArrayList<>();
    StreetsSample.part(folder, "train").read(streets::add);
    assertThat(streets).hasSize(1);
    assertThat(streets.get(0).content()).containsExactly(Thing.TREE, Thing.BICYCLIST);
    assertThat(streets.get(0).mask()[4 * Street.WIDTH + 3]).isEqualTo((byte) 5);
    assertThat(streets.get(0).picture()).hasSize(3 * Street.WIDTH * Street.HEIGHT);
  }

  @Test
  void whatCantBeUsedIsNamed() throws IOException {
    write("train/a.png", png(picture(Street.WIDTH)));
    write("trainannot/a.png", png(mask(200)));
    refused("/train/a.png: found class 200 in the mask, expected 0 to 11");
    write("trainannot/a.png", Arrays.copyOf(png(mask(0)), 60));
    refused("/trainannot/a.png: the picture can't be decoded");
    write("train/a.png", png(picture(150)));
    refused("/train/a.png: found a picture of 120 x 150 pixels", "expected 120 x 160");
    Files.delete(folder.resolve("trainannot/a.png"));
    write("trainannot/b.png", png(mask(0)));
    refused("/train/a.png: found no mask for it in `trainannot`");
  }

  private void refused(String... texts) {
    assertThatThrownBy(() -> StreetsSample.part(folder, "train"))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(texts);
  }

  private static BufferedImage picture(int width) {
    return new BufferedImage(width, Street.HEIGHT, BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage mask(int all) {
    BufferedImage mask =
        new BufferedImage(Street.WIDTH, Street.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    int[] classes = new int[Street.WIDTH * Street.HEIGHT];
    Arrays.fill(classes, all);
    mask.getRaster().setPixels(0, 0, Street.WIDTH, Street.HEIGHT, classes);
    return mask;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private void write(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
