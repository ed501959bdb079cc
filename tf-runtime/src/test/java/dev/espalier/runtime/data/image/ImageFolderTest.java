package dev.espalier.runtime.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.TrainingException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.file.FileSource;
import dev.espalier.runtime.data.file.RealData;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  @TempDir private Path folder;

  private static byte[] png(int rgb) throws IOException {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    Arrays.stream(new int[] {0, 1}).forEach(y -> image.setRGB(0, y, rgb));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private void write(String path, byte[] content) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.write(folder.resolve(path), content);
  }

  private static <E> List<E> read(Dataset<E> data) {
    List<E> examples = new ArrayList<>();
    data.read(examples::add);
    return examples;
  }

  @Test
  void aFolderAndAnArchiveWithARootGiveTheSameInOrder() throws IOException {
    Path zip = folder.resolve("pets.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream files = new ZipOutputStream(out)) {
      for (String path : List.of("dog/b.png", "cat/a.PNG", "dog/a.png", "dog/.x.png", "dog/READ")) {
        byte[] content = png(path.startsWith("dog") ? 0x010203 : 0xFF0000);
        write("pets/train/" + path, content);
        files.putNextEntry(new ZipEntry("pets-main/train/" + path));
        files.write(content);
      }
    }
    for (Path root : List.of(folder.resolve("pets"), zip)) {
      FileSource<ImageFile> train = ImageFolder.of(root, "train");
      assertThat(train.count()).isEqualTo(3);
      assertThat(
              read(
                  train.map(f -> f.folder() + " " + f.name() + Arrays.toString(f.pixels(2, 2, 1)))))
          .containsExactly(
              "cat a.PNG[76, 0, 76, 0]", "dog a.png[2, 0, 2, 0]", "dog b.png[2, 0, 2, 0]");
      assertThat(read(train.where(f -> f.name().startsWith("b")).map(f -> f.pixels(2, 2, 3)[2])))
          .containsExactly((byte) 3);
    }
    assertThatThrownBy(() -> ImageFolder.of(zip, "test").count())
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("pets.zip: found no picture in `test` among 0 files");
  }

  @Test
  void oneBrokenFileOfAThousandIsNamedOrLeftOut() throws IOException {
    byte[] good = png(7);
    for (int i = 0; i < 1000; i++) {
      write("many/%03d.png".formatted(i), i == 700 ? Arrays.copyOf(good, 40) : good);
    }
    FileSource<ImageFile> source = ImageFolder.of(folder.resolve("many"));
    AtomicInteger seen = new AtomicInteger();
    assertThatThrownBy(
            () -> source.map(f -> f.pixels(2, 2, 3)).read(each -> seen.incrementAndGet()))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("many/700.png: the picture can't be decoded");
    assertThat(seen).hasValue(700);
    List<String> told = new ArrayList<>();
    List<String> names =
        read(
            source
                .skipBroken(broken -> told.add(broken.getMessage()))
                .map(
                    f -> {
                      assertThat(f.pixels(2, 2, 3)).hasSize(12);
                      return f.name();
                    }));
    assertThat(names).hasSize(999).isSorted().doesNotContain("700.png");
    assertThat(told).singleElement().asString().startsWith("many/700.png: the picture can't be");
    assertThatThrownBy(() -> read(source.skipBroken().map(f -> f.pixels(3, 2, 3))))
        .hasMessageContaining("no file that can be used among 1000")
        .hasMessageContaining("found a picture of 2 x 2 pixels (height x width), expected 3 x 2");
    // A mistake of the program is no broken file.
    assertThatThrownBy(() -> read(source.skipBroken().map(f -> Integer.parseInt(f.name()))))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("many/000.png: no example could be made of it: For input string");
  }

  @Test
  void aPictureIsNoFolderOfThem() throws IOException {
    write("a.png", png(1));
    assertThatThrownBy(() -> ImageFolder.of(folder.resolve("a.png")).count())
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("a.png: found a file that is no zip archive or a broken one (")
        .hasMessageEndingWith("), expected a folder or a zip archive with names in UTF-8");
  }

  @Test
  void whatIsWrongWithAnExampleNamesItsFile() throws IOException {
    write("two/a.png", png(1));
    write("two/b.png", png(2));
    Dataset<String> names = ImageFolder.of(folder.resolve("two")).map(ImageFile::name);
    assertThatThrownBy(
            () ->
                names.read(
                    name -> {
                      if (name.startsWith("b")) {
                        throw new DataException(names.name() + ", row 1, mask: found class 9");
                      }
                    }))
        .isInstanceOf(DataException.class)
        .hasMessage("two/b.png: row 1, mask: found class 9");
  }

  @Test
  void onlyAFewFilesAreAheadAndAnInterruptionEndsIt() throws IOException {
    for (int i = 0; i < 200; i++) {
      write("some/%03d.png".formatted(i), png(i));
    }
    AtomicInteger made = new AtomicInteger();
    Dataset<Integer> data = ImageFolder.of(folder.resolve("some")).map(f -> made.incrementAndGet());
    int most = Runtime.getRuntime().availableProcessors() + 16;
    AtomicInteger taken = new AtomicInteger();
    assertThatThrownBy(
            () ->
                data.read(
                    each -> {
                      assertThat(made.get()).isLessThanOrEqualTo(taken.incrementAndGet() + most);
                      if (taken.get() == 50) {
                        Thread.currentThread().interrupt();
                      }
                    }))
        .isInstanceOf(TrainingException.class)
        .hasMessage("interrupted while reading some");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(taken).hasValue(50);
  }

  @Test
  void masksBelongToPictures() throws IOException {
    BufferedImage mask = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED);
    mask.getRaster().setPixels(0, 0, 2, 2, new int[] {3, 0, 11, 200});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(mask, "png", out);
    write("s/in/a.png", png(9));
    write("s/out/a.png", out.toByteArray());
    FileSource<MaskedImageFile> pairs = MaskedFolder.of(folder.resolve("s"), "in", "out");
    assertThat(read(pairs.map(f -> f.mask(2, 2))).get(0)).containsExactly(3, 0, 11, -56);
    assertThatThrownBy(() -> read(pairs.map(f -> f.mask(2, 4))))
        .hasMessage("s/out/a.png: found a mask of 2 x 2 pixels (height x width), expected 2 x 4");
    write("s/in/b.png", png(9));
    assertThatThrownBy(pairs::count)
        .hasMessage("s/in/b.png: found no mask for it in `out`, expected one named `b`");
    Files.delete(folder.resolve("s/in/b.png"));
    write("s/out/c.png", out.toByteArray());
    assertThatThrownBy(pairs::count)
        .hasMessage("s/out/c.png: found no picture for this mask in `in`, expected one named `c`");
    write("s/in/c.png", png(9));
    write("s/out/c.png", png(9));
    assertThatThrownBy(() -> read(pairs.map(f -> f.mask(2, 2))))
        .hasMessageContaining("s/out/c.png: found a mask of 3 channels, expected one");
    Files.delete(folder.resolve("s/out/c.png"));
    ByteArrayOutputStream lossy = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY), "jpg", lossy);
    write("s/out/c.jpg", lossy.toByteArray());
    assertThatThrownBy(() -> read(pairs.map(f -> f.mask(2, 2))))
        .hasMessageStartingWith("s/out/c.jpg: found a mask in a JPEG, whose pixels are near what");
  }

  @Test
  void realPicturesAndMasks() {
    FileSource<ImageFile> test = ImageFolder.of(RealData.file("cifar10.zip"), "test");
    assertThat(test.count()).isEqualTo(10_000);
    List<byte[]> horses =
        read(test.where(f -> f.folder().equals("horse")).map(f -> f.pixels(32, 32, 3)));
    assertThat(horses).hasSize(1000).allSatisfy(pixels -> assertThat(pixels).hasSize(3072));
    FileSource<MaskedImageFile> val =
        MaskedFolder.of(RealData.file("camvid-160x120.zip"), "val", "valannot");
    List<byte[]> masks =
        read(val.map(f -> f.pixels(120, 160, 3).length == 57_600 ? f.mask(120, 160) : null));
    assertThat(masks).hasSize(101);
    boolean[] classes = new boolean[12];
    masks.forEach(
        mask -> {
          for (byte each : mask) {
            classes[each] = true;
          }
        });
    assertThat(classes).containsOnly(true);
  }
}
