package dev.espalier.samples.cifar10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.samples.cifar10.Picture.Category;
import dev.espalier.samples.data.Archives;
import dev.espalier.samples.data.Cifar10;
import dev.espalier.samples.data.Download;
import dev.espalier.samples.data.LocalServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10DownloadTest {
  @TempDir private Path folder;

  private final LocalServer server = new LocalServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void picturesOfEveryClassAreRead() throws IOException {
    Path archive = download(published());
    List<Picture> train = new ArrayList<>();
    Cifar10Sample.pictures(archive, "train").read(train::add);
    assertThat(train).hasSize(20).extracting(Picture::category).contains(Category.values());
    List<Picture> test = new ArrayList<>();
    Cifar10Sample.pictures(archive, "test").read(test::add);
    assertThat(test).extracting(Picture::category).containsExactly(Category.values());
  }

  @Test
  void aClassThatIsNotCompleteIsTold() throws IOException {
    Map<String, byte[]> files = published();
    files.remove("CIFAR-10-images-master/train/horse/0001.jpg");
    assertThatThrownBy(() -> download(files))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("found 1 of the files `train/horse/*` in the archive, expected 2");
  }

  /** As the branch of the code host has it, but for numbers. */
  private static Map<String, byte[]> published() throws IOException {
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "jpg", picture);
    Map<String, byte[]> files = new HashMap<>();
    files.put("CIFAR-10-images-master/README.md", Archives.text("CIFAR-10"));
    for (Category category : Category.values()) {
      String name = category.name().toLowerCase(Locale.ROOT);
      files.put("CIFAR-10-images-master/train/" + name + "/0000.jpg", picture.toByteArray());
      files.put("CIFAR-10-images-master/train/" + name + "/0001.jpg", picture.toByteArray());
      files.put("CIFAR-10-images-master/test/" + name + "/0000.jpg", picture.toByteArray());
    }
    return files;
  }

  private Path download(Map<String, byte[]> files) {
    Cifar10 data = new Cifar10(server.serve(Archives.zip(files)), 2, 1);
    return new Download(new PrintWriter(Writer.nullWriter())).into(folder, data);
  }
}
