package dev.espalier.runtime.report.tensorboard;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.file.AtomicFile;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.range.Parameters;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;
import org.tensorflow.proto.Summary;

/**
 * Writes what TensorBoard shows: {@code tensorboard --logdir FOLDER} while the run goes on or
 * later.
 *
 * <p>In the run {@code train} by step: {@code TASK/loss} of the batch, {@code learning rate},
 * {@code examples per second}; by epoch: {@code TASK/weight}, {@code TASK/gradient norm} and {@code
 * cosine/A and B} where gradients are known, {@code weights/PATH} as histograms where asked for. In
 * the run {@code validation}: {@code TASK/loss}, and each metric as {@code TASK/METRIC}, at the
 * step that ended the epoch. What is not known is left out.
 *
 * <p>A run that is gone on with in the same folder, or goes back to a checkpoint, goes on at its
 * step: TensorBoard is told to forget what was written of later ones.
 *
 * <p>A folder that can't be written to is said at once; a disk that fills up later ends the log
 * with a warning, and not the run.
 */
public final class TensorBoard implements TrainingListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TensorBoard.class);

  private final EventFile train;
  private final EventFile validation;
  private int everySteps = 10;
  private int histogramEpochs;
  private RunStart run;
  private long before;
  private long step;
  private boolean open = true;

  TensorBoard(EventFile train, EventFile validation) {
    this.train = train;
    this.validation = validation;
  }

  /**
   * Begins files in the folders {@code train} and {@code validation} of a folder; those of earlier
   * runs stay, and TensorBoard shows both.
   *
   * @throws EspalierException when there is no such folder and none can be made
   */
  public static TensorBoard in(Path folder) {
    try {
      return new TensorBoard(
          EventFile.in(folder.resolve("train")), EventFile.in(folder.resolve("validation")));
    } catch (IOException e) {
      throw new EspalierException(
          "Can't write events to %s: %s. Expected a folder, or a name that nothing has yet."
              .formatted(folder, AtomicFile.reason(e)),
          e);
    }
  }

  /** Of so many steps, one is written; 10 unless set, at least 1. */
  public TensorBoard everySteps(int count) {
    require(count, 1, "everySteps");
    everySteps = count;
    return this;
  }

  /** After so many epochs each, writes histograms of all weights; 0, which is the default, none. */
  public TensorBoard histograms(int everyEpochs) {
    require(everyEpochs, 0, "histograms");
    histogramEpochs = everyEpochs;
    return this;
  }

  private static void require(int value, int least, String name) {
    Parameters.require(value >= least, name, "at least " + least, value);
  }

  @Override
  public void runStarted(RunStart start) {
    run = start;
    before = step;
  }

  @Override
  public void runResumed(RunResumed resumed) {
    before = 0;
    goOnAfter(resumed.steps());
  }

  @Override
  public void runWentBack(RunResumed place) {
    goOnAfter(before + place.steps());
  }

  private void goOnAfter(long last) {
    step = last;
    SessionLog start = SessionLog.newBuilder().setStatus(SessionLog.SessionStatus.START).build();
    for (EventFile file : List.of(train, validation)) {
      if (open) {
        orEnd(() -> file.write(Event.newBuilder().setStep(last + 1).setSessionLog(start)));
      }
    }
    flush();
  }

  @Override
  public void stepEnded(StepReport report) {
    step++;
    if (report.step() % everySteps == 0 || report.step() == report.stepsPerEpoch()) {
      Summary.Builder summary = Summary.newBuilder();
      for (int task = 0; task < run.tasks().size(); task++) {
        add(summary, run.tasks().get(task) + "/loss", report.losses()[task]);
      }
      add(summary, "learning rate", report.learningRate());
      add(summary, "examples per second", report.examplesPerSecond());
      write(train, summary);
    }
  }

  @Override
  public void epochEnded(EpochReport epoch) {
    Summary.Builder summary = Summary.newBuilder();
    addBalance(summary, epoch.balance());
    if (histogramEpochs > 0 && epoch.epoch() % histogramEpochs == 0) {
      run.view().weights().forEach((path, values) -> addHistogram(summary, path, values));
    }
    write(train, summary);
    epoch
        .validation()
        .ifPresent(
            found -> {
              Summary.Builder held = Summary.newBuilder();
              found.tasks().forEach(task -> addTask(held, task));
              write(validation, held);
            });
    flush();
  }

  private void addBalance(Summary.Builder summary, BalanceReport balance) {
    List<String> tasks = run.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      add(summary, tasks.get(i) + "/weight", balance.weights().get(i));
      add(summary, tasks.get(i) + "/gradient norm", balance.gradientNorms().get(i));
      for (int j = i + 1; j < tasks.size(); j++) {
        String pair = "cosine/" + tasks.get(i) + " and " + tasks.get(j);
        add(summary, pair, balance.cosines().get(i).get(j));
      }
    }
  }

  private static void addTask(Summary.Builder summary, TaskEvaluation task) {
    add(summary, task.task() + "/loss", task.loss());
    for (Map.Entry<String, Double> metric : task.metrics().entrySet()) {
      add(summary, task.task() + "/" + metric.getKey(), metric.getValue());
    }
  }

  private static void add(Summary.Builder summary, String tag, double value) {
    if (!Double.isNaN(value)) {
      summary.addValue(Summary.Value.newBuilder().setTag(tag).setSimpleValue((float) value));
    }
  }

  private static void addHistogram(Summary.Builder summary, String path, float[] values) {
    summary.addValue(
        Summary.Value.newBuilder().setTag("weights/" + path).setHisto(Histograms.of(values)));
  }

  private void write(EventFile file, Summary.Builder summary) {
    if (open && summary.getValueCount() > 0) {
      Event.Builder event = Event.newBuilder().setStep(step).setSummary(summary);
      orEnd(() -> file.write(event));
    }
  }

  private void flush() {
    if (open) {
      orEnd(train::flush);
      orEnd(validation::flush);
    }
  }

  @Override
  public void runEnded(History history) {
    flush();
  }

  @Override
  public void runFailed(RuntimeException failure) {
    flush();
  }

  /** Something that a full disk fails. */
  private interface Writing {
    void run() throws IOException;
  }

  private void orEnd(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      open = false;
      LOG.warn("Nothing more is written for TensorBoard: {}", e.toString());
    }
  }

  /** Ends the files; what was not written yet is. */
  @Override
  public void close() {
    orEnd(train::close);
    orEnd(validation::close);
    open = false;
  }
}
