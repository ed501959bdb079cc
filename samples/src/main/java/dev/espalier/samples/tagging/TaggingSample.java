package dev.espalier.samples.tagging;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.text.Treebank;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import dev.espalier.samples.data.DataSet;
import dev.espalier.samples.data.LinesTreebank;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Trains {@link Analysis} on the 3,457 training sentences of the treebank English-LinES, and tests
 * on its 1,121 test sentences.
 */
@Command(
    name = "tagging",
    description = "Parts of speech and dependency relations of words, two tasks.")
public final class TaggingSample implements Callable<Integer> {
  /** What is learnt from. */
  static final DataSet DATA = new LinesTreebank();

  @Mixin private final SampleOptions options = new SampleOptions(6, 32, 2e-3);
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.begin("tagging", options);
    Path archive = options.file(DATA, out);
    Figures figures =
        new SampleTraining(options, out).run(AnalysisTrainer.builder(), splits(archive));
    out.printf("%nOn the words of the test sentences:%n%s", figures.test());
    out.flush();
    report.with(figures).write();
    return 0;
  }

  /** The treebank's own three parts, in memory. */
  static Splits<Analysis> splits(Path archive) {
    return new Splits<>(part(archive, "train"), part(archive, "dev"), part(archive, "test"));
  }

  private static Dataset<Analysis> part(Path archive, String name) {
    return Treebank.of(archive, "en_lines-ud-" + name + ".conllu").map(Analysis::of).load();
  }
}
