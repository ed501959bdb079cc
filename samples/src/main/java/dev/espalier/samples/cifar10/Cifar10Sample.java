package dev.espalier.samples.cifar10;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.image.ImageFile;
import dev.espalier.runtime.data.image.ImageFolder;
import dev.espalier.samples.cifar10.Picture.Category;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Trains {@link Picture} on CIFAR-10.
 *
 * <p>Of the 50,000 published training pictures every 25th validates; the 10,000 published test
 * pictures test.
 */
@Command(name = "cifar10", description = "Ten classes of small photographs; animal or vehicle.")
public final class Cifar10Sample implements Callable<Integer> {
  /** The archive's name in the folder of data. */
  static final String FILE = "cifar10.zip";

  private static final String SOURCE =
      "It is CIFAR-10 (https://www.cs.toronto.edu/~kriz/cifar.html) as pictures: a zip archive with"
          + " a folder for each class in `train` and in `test`.";

  @Mixin private final SampleOptions options = new SampleOptions(12, 128, 1e-3);
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path archive = options.data().file(FILE, SOURCE);
    Report report = Report.begin("cifar10", options);
    Dataset<Picture> published = pictures(archive, "train").load();
    Splits<Picture> data =
        new Splits<>(
            published.where(row -> row % 25 != 0),
            published.where(row -> row % 25 == 0),
            pictures(archive, "test"));
    Figures figures = new SampleTraining(options, out).run(PictureTrainer.builder(), data);
    out.printf("%nOn the test pictures:%n%s", figures.test());
    out.flush();
    report.with(figures).write();
    return 0;
  }

  private static Dataset<Picture> pictures(Path archive, String part) {
    return ImageFolder.of(archive, part).map(Cifar10Sample::picture);
  }

  /** What a file shows is the name of its folder. */
  static Picture picture(ImageFile file) {
    Category category = Category.valueOf(file.folder().toUpperCase(Locale.ROOT));
    return new Picture(file.pixels(32, 32, 3), category, category.isAnimal());
  }
}
