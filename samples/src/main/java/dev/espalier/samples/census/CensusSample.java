package dev.espalier.samples.census;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import dev.espalier.samples.data.CensusIncome;
import dev.espalier.samples.data.DataSet;
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
  /** What is learnt from. */
  static final DataSet DATA = new CensusIncome();

  @Mixin private final SampleOptions options = new SampleOptions(12, 1024, 1e-3);
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.begin("census", options);
    Path file = options.file(DATA, out);
    Dataset<Census> rows = CensusData.csv(file).load();
    Figures figures =
        new SampleTraining(options, out).run(CensusTrainer.builder(), Splits.byTens(rows));
    out.printf("%nOn the test rows:%n%s", figures.test());
    out.flush();
    report.with(figures).write();
    return 0;
  }
}
