package dev.espalier.samples.streets;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.image.MaskedFolder;
import dev.espalier.runtime.optimize.Averaging;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import dev.espalier.samples.data.CamVid;
import dev.espalier.samples.data.DataSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Trains {@link Street} on the 367 pictures that CamVid is commonly trained on.
 *
 * <p>The learning rate stays high and the weights are averaged: on a drive that was kept out of
 * training this was right in 83.2 % of the pixels after 40 epochs, where a rate that falls to 0
 * ended at 80.7 %, averaged or not.
 */
@Command(name = "streets", description = "Each pixel of street scenes, and what is in sight.")
public final class StreetsSample implements Callable<Integer> {
  /** What is learnt from. */
  static final DataSet DATA = new CamVid();

  @Mixin private final SampleOptions options = new SampleOptions(120, 4, 2e-3);

  @Option(
      names = "--sheet",
      paramLabel = "FILE.png",
      description =
          "Where a picture of test pictures with true and predicted masks goes. Default:"
              + " ${DEFAULT-VALUE}.")
  private Path sheet = Path.of("streets.png");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.begin("streets", options);
    StreetSheet seen = new StreetSheet(sheet);
    Path file = options.file(DATA, out);
    Splits<Street> streets = read(file);
    Figures figures =
        new SampleTraining(options, out)
            .run(
                StreetTrainer.builder().averageWeights(Averaging.exponential(0.999)),
                streets,
                t -> seen.write(t, streets.test()));
    out.printf("%nOn the test pictures:%n%s", figures.test());
    out.printf("Some of them are in %s.%n", sheet);
    out.flush();
    report.with(figures).write();
    return 0;
  }

  /** The parts as they were published. */
  static Splits<Street> read(Path zip) {
    return new Splits<>(part(zip, "train"), part(zip, "val"), part(zip, "test"));
  }

  /** The pictures of a folder with their masks. */
  static Dataset<Street> part(Path root, String folder) {
    return MaskedFolder.of(root, folder, folder + "annot")
        .map(
            file ->
                Street.of(
                    file.pixels(Street.HEIGHT, Street.WIDTH, 3),
                    file.mask(Street.HEIGHT, Street.WIDTH)))
        .load();
  }
}
