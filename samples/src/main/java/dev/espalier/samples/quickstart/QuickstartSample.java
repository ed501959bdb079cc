package dev.espalier.samples.quickstart;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains {@link RelatedTasks} and {@link RelatedTasksApart} and shows both side by side. */
@Command(
    name = "quickstart",
    description = "Two related regressions on made data: multi-task against independent training.")
public final class QuickstartSample implements Callable<Integer> {
  @Mixin private final SampleOptions options = new SampleOptions(10, 64, 3e-3);

  @Option(
      names = "--correlation",
      paramLabel = "P",
      description =
          "Cosine between the two tasks' weights, from -1 to 1. Default: ${DEFAULT-VALUE}.")
  private double correlation = 0.9;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows to make; 7 of 10 train. Default: ${DEFAULT-VALUE}.")
  private int rows = 10_000;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!(Math.abs(correlation) <= 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "Option --correlation should be from -1 to 1. Found " + correlation + ".");
    }
    if (rows < 10) {
      throw new ParameterException(
          spec.commandLine(), "Option --rows should be at least 10. Found " + rows + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.begin("quickstart", options).with("correlation", correlation);
    Splits<RelatedTasks> data =
        Splits.byTens(Dataset.of(new SyntheticPairs(correlation, options.seed()).draw(rows)));
    SampleTraining training = new SampleTraining(options, out);
    Figures together = training.run(RelatedTasksTrainer.builder(), data);
    Figures apart = training.run(RelatedTasksApartTrainer.builder(), data);
    out.printf("%nOn the test rows:%n%s", new SideBySide(together, apart));
    out.flush();
    report.with(together).with("independent", apart).write();
    return 0;
  }
}
