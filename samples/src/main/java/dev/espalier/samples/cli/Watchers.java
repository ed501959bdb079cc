package dev.espalier.samples.cli;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.report.Progress;
import dev.espalier.runtime.report.html.HtmlReport;
import dev.espalier.runtime.report.live.Dashboard;
import dev.espalier.runtime.report.tensorboard.TensorBoard;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** All that looks at one run: progress before the user's eyes, and what was asked for beside it. */
final class Watchers implements AutoCloseable {
  private final PrintWriter out;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private final Deque<Runnable> closing = new ArrayDeque<>();

  Watchers(PrintWriter out) {
    this.out = out;
    Progress progress = Progress.to(out);
    listeners.add(progress);
    closing.push(progress::close);
  }

  void addPage(Path file) {
    listeners.add(HtmlReport.to(file));
  }

  void addEvents(Path folder) {
    TensorBoard board = TensorBoard.in(folder);
    listeners.add(board);
    closing.push(board::close);
  }

  void addDashboard() {
    Dashboard dashboard = Dashboard.open();
    listeners.add(dashboard);
    closing.push(dashboard::close);
    out.println("The dashboard is at " + dashboard.uri());
    out.flush();
  }

  /** The place is looked at before the time of training is spent. */
  void addHistory(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
      throw new EspalierException(
          "Can't write the history %s: expected a file's name in a folder that can be written to."
              .formatted(file));
    }
    listeners.add(
        new TrainingListener() {
          @Override
          public void runEnded(History history) {
            if (file.toString().endsWith(".json")) {
              history.writeJson(file);
            } else {
              history.writeCsv(file);
            }
          }
        });
  }

  /** The builder with all of them listening. */
  <T extends Enum<T> & TaskKey, R> TrainerBuilder<T, R> listenTo(TrainerBuilder<T, R> builder) {
    listeners.forEach(builder::listener);
    return builder;
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
    closing.clear();
  }
}
