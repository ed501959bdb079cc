package dev.espalier.samples.cifar10;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.image.ImageFile;
import dev.espalier.runtime.data.image.ImageFolder;
import dev.espalier.samples.cifar10.Picture.Category;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Rates;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import dev.espalier.samples.data.Cifar10;
import dev.espalier.samples.data.DataSet;
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
  /** What is learnt from. */
  static final DataSet DATA = new Cifar10();

  @Mixin private final SampleOptions options = new SampleOptions(12, 128, 2e-3, Rates.COSINE);
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.begin("cifar10", options);
    Path archive = options.file(DATA, out);
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

  static Dataset<Picture> pictures(Path archive, String part) {
    return ImageFolder.of(archive, part).map(Cifar10Sample::picture);
  }

  /** What a file shows is the name of its folder. */
  static Picture picture(ImageFile file) {
    Category category = Category.valueOf(file.folder().toUpperCase(Locale.ROOT));
    return new Picture(file.pixels(32, 32, 3), category, category.isAnimal());
  }
}
