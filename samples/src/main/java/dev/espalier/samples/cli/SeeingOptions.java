package dev.espalier.samples.cli;

import dev.espalier.runtime.EspalierException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every sample that say how a run is looked at. */
final class SeeingOptions {
  @Option(
      names = "--html",
      paramLabel = "FILE.html",
      description =
          "Write a page about the run, with curves, outcomes and settings; of a second run of the"
              + " sample FILE-2.html, and so on.")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--dashboard",
      description = "Serve that page while the run goes on, to this machine alone.")
  private boolean dashboard;

  @Option(
      names = "--tensorboard",
      paramLabel = "DIR",
      description = "Write event files for TensorBoard into this folder.")
  private Optional<Path> tensorBoard = Optional.empty();

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Write losses and metrics of each epoch, as CSV or, for FILE.json, as JSON.")
  private Optional<Path> history = Optional.empty();

  private int runs;

  /**
   * What looks at the next run.
   *
   * @param out told where the dashboard is
   * @throws EspalierException when a place can't be written to
   */
  Watchers watch(PrintWriter out) {
    runs++;
    Watchers watchers = new Watchers(out);
    try {
      history.map(this::ofThisRun).ifPresent(watchers::addHistory);
      html.map(this::ofThisRun).ifPresent(watchers::addPage);
      tensorBoard
          .map(folder -> runs == 1 ? folder : folder.resolve("run-" + runs))
          .ifPresent(watchers::addEvents);
      if (dashboard) {
        watchers.addDashboard();
      }
      return watchers;
    } catch (EspalierException e) {
      watchers.close();
      throw e;
    }
  }

  /** {@code run.html}, {@code run-2.html}. */
  private Path ofThisRun(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    return runs == 1
        ? file
        : file.resolveSibling(name.substring(0, dot) + "-" + runs + name.substring(dot));
  }
}
