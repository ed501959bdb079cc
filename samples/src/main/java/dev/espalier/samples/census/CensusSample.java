package dev.espalier.samples.census;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Trains {@link Census} on the 99,762 rows of the published test file of Census-Income (KDD).
 *
 * <p>Of each ten rows the first seven train, the eighth validates and the last two test.
 */
@Command(name = "census", description = "Income and marital status from census rows, two tasks.")
public final class CensusSample implements Callable<Integer> {
  /** The file's name in the folder of data. */
  static final String FILE = "census-income.csv.gz";

  private static final String SOURCE =
      "It is census-income.test.gz in census.tar.gz of Census-Income (KDD), UCI Machine Learning"
          + " Repository, https://archive.ics.uci.edu/dataset/117/census+income+kdd: unpack that"
          + " and give the file this name.";

  @Mixin private final SampleOptions options = new SampleOptions(12, 1024, 1e-3);
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path file = options.data().file(FILE, SOURCE);
    Report report = Report.begin("census", options);
    Dataset<Census> rows = CensusData.csv(file).load();
    Figures figures =
        new SampleTraining(options, out).run(CensusTrainer.builder(), Splits.byTens(rows));
    out.printf("%nOn the test rows:%n%s", figures.test());
    out.flush();
    report.with(figures).write();
    return 0;
  }
}
