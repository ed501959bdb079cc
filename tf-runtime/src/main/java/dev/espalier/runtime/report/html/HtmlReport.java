package dev.espalier.runtime.report.html;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.file.AtomicFile;
import dev.espalier.runtime.report.record.RecordJson;
import dev.espalier.runtime.report.record.RunRecord;
import dev.espalier.runtime.report.record.RunRecorder;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.NonFiniteReport;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a page about a run, one file that opens from disk without a network: figures, losses,
 * metrics, task weights and gradients, the model's layers, settings and environment, and at the end
 * of the run confusion matrices, ROC, precision-recall and calibration curves of the validation
 * set, which take another pass over it.
 *
 * <p>The file is written at the end, also of a run that fails, and every half minute after an epoch
 * before it, so that one that is killed leaves its page; there is the whole of it, or what was
 * there before. A page that can't be written is a warning and not the end of the run.
 */
public final class HtmlReport implements TrainingListener {
  private static final Logger LOG = LoggerFactory.getLogger(HtmlReport.class);
  private static final long BETWEEN_NANOS = 30_000_000_000L;

  private final Path file;
  private final RunRecorder recorder = new RunRecorder();
  private long writtenAt;

  private HtmlReport(Path file) {
    this.file = file;
  }

  /**
   * A page in a file.
   *
   * @throws EspalierException when its folder does not exist or can't be written to
   */
  public static HtmlReport to(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
      throw new EspalierException(
          "Can't write the page %s: expected a file's name in a folder that can be written to."
              .formatted(file));
    }
    return new HtmlReport(file);
  }

  @Override
  public void runStarted(RunStart run) {
    recorder.runStarted(run);
    writtenAt = System.nanoTime();
  }

  @Override
  public void runResumed(RunResumed resumed) {
    recorder.runResumed(resumed);
  }

  @Override
  public void runWentBack(RunResumed place) {
    recorder.runWentBack(place);
  }

  @Override
  public void stepNotFinite(NonFiniteReport step) {
    recorder.stepNotFinite(step);
  }

  @Override
  public void stepEnded(StepReport step) {
    recorder.stepEnded(step);
  }

  @Override
  public void epochEnded(EpochReport epoch) {
    recorder.epochEnded(epoch);
    if (System.nanoTime() - writtenAt > BETWEEN_NANOS) {
      write();
    }
  }

  @Override
  public void runEnded(History history) {
    recorder.runEnded(history);
    write();
  }

  @Override
  public void runFailed(RuntimeException failure) {
    recorder.runFailed(failure);
    write();
  }

  private void write() {
    Optional<RunRecord> run = recorder.record();
    String title = run.map(found -> found.start().summary().model()).orElse("") + ": a run";
    String page = HtmlPage.of(title, RecordJson.of(run), false);
    try {
      AtomicFile.write(
          file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)), channel -> {});
    } catch (IOException e) {
      LOG.warn("The page {} was not written: {}", file, AtomicFile.reason(e));
    }
    writtenAt = System.nanoTime();
  }
}
