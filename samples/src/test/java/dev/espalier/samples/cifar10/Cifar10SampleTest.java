package dev.espalier.samples.cifar10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.image.ImageFolder;
import dev.espalier.samples.cifar10.Picture.Category;
import dev.espalier.samples.cli.DataFolder;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Cifar10SampleTest {
  private final SampleOptions options = new SampleOptions(2, 32, 1e-3);
  private Path archive;

  @BeforeEach
  void findData() {
    DataFolder data = options.data();
    assumeTrue(
        data.has(Cifar10Sample.DATA),
        () -> "skipped: found no " + Cifar10Sample.DATA.file() + " in " + data.path());
    archive = data.file(Cifar10Sample.DATA);
  }

  @Test
  void bothTasksAreLearntFromATenthOfThePictures() {
    Splits<Picture> data =
        new Splits<>(
            pictures("train", "7.jpg"), pictures("train", "33.jpg"), pictures("test", "5.jpg"));
    Figures figures =
        new SampleTraining(options, new PrintWriter(Writer.nullWriter()))
            .run(PictureTrainer.builder(), data);
    assertThat(figures.rows()).isBetween(4500, 5500);
    // Chance is 0.1; and 0.6, for six of ten classes are animals.
    assertThat(figures.test().metric(PictureTask.category, "accuracy")).isGreaterThan(0.35);
    assertThat(figures.test().metric(PictureTask.animal, "accuracy")).isGreaterThan(0.75);
  }

  @Test
  void foldersAreClasses() {
    List<Picture> pictures = new ArrayList<>();
    pictures("test", "77.jpg").read(pictures::add);
    assertThat(pictures).extracting(Picture::category).contains(Category.values());
    assertThat(pictures).allMatch(picture -> picture.pixels().length == 32 * 32 * 3);
    assertThat(pictures).allMatch(picture -> picture.animal() == picture.category().isAnimal());
  }

  @Test
  void sixClassesAreAnimals() {
    assertThat(Stream.of(Category.values()).filter(Category::isAnimal))
        .containsExactly(
            Category.BIRD,
            Category.CAT,
            Category.DEER,
            Category.DOG,
            Category.FROG,
            Category.HORSE);
  }

  private Dataset<Picture> pictures(String part, String ending) {
    return ImageFolder.of(archive, part)
        .where(file -> file.name().endsWith(ending))
        .map(Cifar10Sample::picture);
  }
}
