package dev.espalier.samples.census;

import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Ranges;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Trains the tasks of {@link Census} under every sharing scheme: the same rows, the same number of
 * steps, several seeds each.
 */
@Command(
    name = "census-compare",
    description = "Census rows under every sharing scheme, same split and budget, several seeds.")
public final class CensusCompareSample implements Callable<Integer> {
  @Mixin private final SampleOptions options = new SampleOptions(12, 1024, 1e-3);

  @Option(
      names = "--runs",
      paramLabel = "N",
      converter = Ranges.Count.class,
      description =
          "Runs of each scheme, with seeds from --seed upwards. Default: ${DEFAULT-VALUE}.")
  private int runs = 3;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.begin("census-compare", options).with("runs", runs);
    Path file = options.file(CensusSample.DATA, out);
    SchemeTable table = compare(Splits.byTens(CensusData.csv(file).load()), out);
    out.printf("%nOn the test rows, mean and standard deviation of %d runs:%n%n%s", runs, table);
    out.flush();
    table.schemes().forEach(scheme -> report.with(scheme.scheme(), scheme.toMap()));
    report.write();
    return 0;
  }

  private SchemeTable compare(Splits<Census> data, PrintWriter out) {
    List<SchemeFigures> compared = new ArrayList<>();
    for (Scheme<?> scheme : Scheme.ALL) {
      List<Figures> figures = new ArrayList<>();
      for (long seed = options.seed(); seed < options.seed() + runs; seed++) {
        out.printf("%n%s, seed %d%n", scheme.name(), seed);
        figures.add(scheme.train(new SampleTraining(options, seed, out), data));
      }
      compared.add(new SchemeFigures(scheme.name(), figures));
    }
    return new SchemeTable(compared);
  }
}
