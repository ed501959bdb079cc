package dev.espalier.samples.speech;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.file.FileSource;
import dev.espalier.runtime.data.sound.SoundFile;
import dev.espalier.runtime.data.sound.SoundFolder;
import dev.espalier.samples.cli.Figures;
import dev.espalier.samples.cli.Report;
import dev.espalier.samples.cli.SampleOptions;
import dev.espalier.samples.cli.SampleTraining;
import dev.espalier.samples.cli.Splits;
import dev.espalier.samples.data.DataSet;
import dev.espalier.samples.data.SpokenDigits;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Trains {@link Utterance} on the 3,000 recordings of the Free Spoken Digit Dataset: six people who
 * say each digit fifty times.
 *
 * <p>Of the fifty, numbered from 0, the first five test, as their publisher suggests, the next five
 * validate and the others train.
 */
@Command(name = "speech", description = "Spoken digits, what is said and by whom, two tasks.")
public final class SpeechSample implements Callable<Integer> {
  /** What is learnt from. */
  static final DataSet DATA = new SpokenDigits();

  @Mixin private final SampleOptions options = new SampleOptions(15, 32, 1e-3);
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.begin("speech", options);
    Path archive = options.file(DATA, out);
    Figures figures =
        new SampleTraining(options, out).run(UtteranceTrainer.builder(), splits(archive));
    out.printf("%nOn the test recordings:%n%s", figures.test());
    out.flush();
    report.with(figures).write();
    return 0;
  }

  /** The three parts, in memory. */
  static Splits<Utterance> splits(Path archive) {
    FileSource<SoundFile> files = SoundFolder.of(archive, "recordings");
    return new Splits<>(
        part(files, number -> number >= 10),
        part(files, number -> number >= 5 && number < 10),
        part(files, number -> number < 5));
  }

  private static Dataset<Utterance> part(FileSource<SoundFile> files, IntPredicate numbers) {
    return files
        .where(file -> numbers.test(Integer.parseInt(file.nameParts()[2])))
        .map(Utterance::of)
        .load();
  }
}
