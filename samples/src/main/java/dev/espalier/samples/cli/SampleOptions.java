package dev.espalier.samples.cli;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.optimize.RateSchedule;
import dev.espalier.runtime.optimize.Span;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.samples.data.DataSet;
import dev.espalier.samples.data.Download;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every sample; each sample brings its own defaults. */
public final class SampleOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with the data. Default: $ESPALIER_DATA, else ../shared/data.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--no-download",
      description = "Don't download data that is missing, but say where it is to be had.")
  private boolean noDownload;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = Ranges.Count.class,
      description = "Walks over the training rows. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      converter = Ranges.Count.class,
      description = "Rows of a training step. Default: ${DEFAULT-VALUE}.")
  private int batchSize;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      converter = Ranges.Rate.class,
      description = "Learning rate. Default: ${DEFAULT-VALUE}.")
  private double learningRate;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      converter = Ranges.Schedule.class,
      description =
          "How the learning rate changes: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Rates schedule;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      converter = Ranges.Count.class,
      description = "Steps in which the learning rate rises to where its schedule begins.")
  private Optional<Integer> warmUp = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "Weights, order of rows and made data are drawn from it; equal seeds give equal"
              + " results. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Ranges.CountOrNone.class,
      description = "Threads of TensorFlow; 0, the default, for as many as there are cores.")
  private int threads;

  @Option(
      names = "--report",
      paramLabel = "FILE.json",
      description = "Write what was measured to this file.")
  private Optional<Path> report = Optional.empty();

  @Mixin private final SeeingOptions seeing = new SeeingOptions();

  @Mixin private final RunningOptions running = new RunningOptions();

  @SuppressWarnings("unused") // picocli reads it.
  @Option(names = "--help", usageHelp = true, description = "Show this text.")
  boolean help;

  /** Options with these values for those that are not given, and a rate that stays. */
  public SampleOptions(int epochs, int batchSize, double learningRate) {
    this(epochs, batchSize, learningRate, Rates.CONSTANT);
  }

  /** Options with these values for those that are not given. */
  public SampleOptions(int epochs, int batchSize, double learningRate, Rates schedule) {
    this.epochs = epochs;
    this.batchSize = batchSize;
    this.learningRate = learningRate;
    this.schedule = schedule;
  }

  /** The builder with what was asked for. */
  public <T extends Enum<T> & TaskKey, R> TrainerBuilder<T, R> applyTo(
      TrainerBuilder<T, R> builder) {
    return running.applyTo(
        builder
            .epochs(epochs)
            .batchSize(batchSize)
            .learningRate(learningRate)
            .rateSchedule(schedule())
            .seed(seed)
            .threads(threads));
  }

  private RateSchedule schedule() {
    return warmUp
        .map(steps -> schedule.schedule().warmUp(Span.steps(steps)))
        .orElseGet(schedule::schedule);
  }

  /** What looks at the next run, as far as the command line says. */
  Watchers watch(PrintWriter out) {
    return seeing.watch(out);
  }

  /** Where the data is, as far as the command line knows. */
  public DataFolder data() {
    return DataFolder.of(data, System.getenv("ESPALIER_DATA"));
  }

  /**
   * The file of a data set, downloaded if it is missing and that was not forbidden.
   *
   * @param out where a download is told
   * @throws DataException when there is no file, and what to do about it
   */
  public Path file(DataSet data, PrintWriter out) {
    DataFolder folder = data();
    return noDownload || folder.has(data)
        ? folder.file(data)
        : new Download(out).into(folder.path(), data);
  }

  /** Where the report goes, if anywhere. */
  public Optional<Path> report() {
    return report;
  }

  /** What everything random is drawn from. */
  public long seed() {
    return seed;
  }

  /** Walks over the training rows. */
  public int epochs() {
    return epochs;
  }

  /** Rows of a step. */
  public int batchSize() {
    return batchSize;
  }
}
