package dev.espalier.samples.orchard;

import dev.espalier.runtime.data.TaskMixing;
import dev.espalier.runtime.train.ImprovementRuns;
import dev.espalier.runtime.train.RelativeImprovement;
import dev.espalier.runtime.train.RelativeImprovement.Spread;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains {@link Tree} on a file for each task, and shows what that brings over each alone. */
@Command(
    name = "orchard",
    description =
        "Three tasks with a file of their own each, on made data: what they learn together.")
public final class OrchardSample implements Callable<Integer> {
  @Mixin private final SampleOptions options = new SampleOptions(20, 32, 3e-3);

  @Option(
      names = "--mixing",
      paramLabel = "NAME",
      description = "How files are mixed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Turns mixing = Turns.PROPORTIONAL;

  @Option(
      names = "--table",
      description = "One table for all tasks, with 70 %% of its labels missing, in place of files.")
  private boolean table;

  @Option(
      names = "--trees",
      paramLabel = "N",
      description =
          "Trees that somebody has looked at for health; half as many have a known variety, a"
              + " quarter a known harvest. Default: ${DEFAULT-VALUE}.")
  private int trees = 2000;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Seeds that the comparison is over. Default: ${DEFAULT-VALUE}.")
  private int runs = 3;

  @Spec private CommandSpec spec;

  /** How files are mixed. */
  enum Turns {
    /** By their rows. */
    PROPORTIONAL {
      @Override
      TaskMixing mixing() {
        return TaskMixing.proportional();
      }
    },
    /** By the square roots of these. */
    ROOT {
      @Override
      TaskMixing mixing() {
        return TaskMixing.squareRoot();
      }
    },
    /** One after the other. */
    ROUND {
      @Override
      TaskMixing mixing() {
        return TaskMixing.roundRobin();
      }
    };

    abstract TaskMixing mixing();

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() {
    require(trees >= 200, "--trees", 200, trees);
    require(runs >= 1, "--runs", 1, runs);
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.begin("orchard", options);
    try (TreeFiles files = TreeFiles.write(options.seed(), trees)) {
      Figures figures = train(files, new SampleTraining(options, out));
      out.printf("%nOn the test trees:%n%s", figures.test());
      RelativeImprovement improvement = compare(files);
      out.printf("%nTogether and apart, %d seeds:%n%s", runs, improvement);
      report.with(figures).with("improvement", map(improvement)).write();
    }
    out.flush();
    return 0;
  }

  private void require(boolean holds, String option, int least, int found) {
    if (!holds) {
      throw new ParameterException(
          spec.commandLine(),
          "Option %s should be at least %d. Found %d.".formatted(option, least, found));
    }
  }

  private Figures train(TreeFiles files, SampleTraining training) {
    return table
        ? training.run(
            TreeTrainer.builder(), new Splits<>(files.table(), files.validation(), files.test()))
        : training.run(
            TreeTrainer.builder(),
            files.apart().mixing(mixing.mixing()),
            files.validation(),
            files.test());
  }

  private RelativeImprovement compare(TreeFiles files) {
    ImprovementRuns<Tree, TreeTask> comparison =
        RelativeImprovement.of(() -> options.applyTo(TreeTrainer.builder()))
            .seeds(LongStream.range(options.seed(), options.seed() + runs).toArray());
    return table
        ? comparison.measure(files.table(), files.test())
        : comparison.measure(files.apart().mixing(mixing.mixing()), files.test());
  }

  private static Map<String, Object> map(RelativeImprovement improvement) {
    Map<String, Object> map = new LinkedHashMap<>();
    improvement.tasks().forEach(task -> map.put(task.task(), map(task.improvement())));
    map.put("all", map(improvement.improvement()));
    return map;
  }

  /** The deviation of one run is left out: JSON has no word for what is not a number. */
  private static Map<String, Object> map(Spread spread) {
    return Double.isNaN(spread.deviation())
        ? Map.of("mean", spread.mean())
        : Map.of("mean", spread.mean(), "deviation", spread.deviation());
  }
}
