package dev.espalier.runtime.report;

import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TaskStop;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Tells how a run goes: a line for each task after each epoch and, where there is a terminal to
 * draw it on, a bar with losses, speed and time left within an epoch.
 *
 * <p>It redraws one line with a carriage return, at most ten times a second, on the thread that
 * trains: nothing is left behind when a run fails, and the runtime needs no library for terminals.
 */
public final class Progress implements TrainingListener, AutoCloseable {
  private final PrintWriter lines;
  private final Optional<ProgressLine> bar;
  private List<String> tasks = List.of();
  private int epochs;

  private Progress(PrintWriter lines, Optional<ProgressLine> bar) {
    this.lines = lines;
    this.bar = bar;
  }

  /** Lines on standard output; a bar on standard error if {@link Terminal#isThere} finds one. */
  public static Progress standard() {
    return to(new PrintWriter(System.out, true, Charset.defaultCharset()));
  }

  /** Lines to a writer of your own; a bar on standard error if there is a terminal. */
  public static Progress to(PrintWriter lines) {
    return new Progress(
        lines,
        Terminal.isThere()
            ? Optional.of(new ProgressLine(System.err, Terminal.columns(), System::nanoTime))
            : Optional.empty());
  }

  /** Lines alone, for a log file. */
  public static Progress lines(PrintWriter lines) {
    return new Progress(lines, Optional.empty());
  }

  /** With a bar on a terminal of a test. */
  static Progress drawn(PrintWriter lines, PrintStream terminal, int columns, LongSupplier nanos) {
    return new Progress(lines, Optional.of(new ProgressLine(terminal, columns, nanos)));
  }

  @Override
  public void runStarted(RunStart run) {
    tasks = run.tasks();
    epochs = run.epochs();
    lines.printf(
        Locale.ROOT,
        "%s: %,d training rows, %,d parameters, %d epochs of %,d steps%n",
        run.model(),
        run.rows(),
        run.parameters(),
        run.epochs(),
        run.stepsPerEpoch());
    lines.flush();
    bar.ifPresent(line -> line.runStarted(run));
  }

  @Override
  public void runResumed(RunResumed resumed) {
    lines.printf(Locale.ROOT, "gone on with %s%n", place(resumed));
    lines.flush();
    bar.ifPresent(line -> line.runResumed(resumed));
  }

  @Override
  public void runWentBack(RunResumed back) {
    close();
    lines.printf(Locale.ROOT, "back %s%n", place(back));
    lines.flush();
  }

  private static String place(RunResumed goingOn) {
    return goingOn.step() == 0
        ? "at the beginning of epoch %d".formatted(goingOn.epoch())
        : "after step %d of epoch %d".formatted(goingOn.step(), goingOn.epoch());
  }

  @Override
  public void stepEnded(StepReport step) {
    bar.ifPresent(line -> line.stepEnded(step));
  }

  @Override
  public void epochEnded(EpochReport epoch) {
    close();
    lines.printf(
        Locale.ROOT,
        "epoch %d/%d  %,.0f examples/s  %.2f ms a step%n",
        epoch.epoch(),
        epochs,
        epoch.examplesPerSecond(),
        epoch.stepMillis());
    int width = tasks.stream().mapToInt(String::length).max().orElse(0);
    for (int task = 0; task < tasks.size(); task++) {
      int index = task;
      lines.printf(
          Locale.ROOT,
          "  %-" + width + "s  loss %s%s%n",
          tasks.get(task),
          number(epoch.losses().get(task)),
          epoch
              .validation()
              .map(held -> "  validation " + line(held.tasks().get(index)))
              .orElse(""));
    }
    epoch.stopped().forEach(this::stopped);
    lines.flush();
  }

  private void stopped(TaskStop stop) {
    lines.printf(
        Locale.ROOT,
        "  %s stops: best %s %s in epoch %d%n",
        stop.task(),
        stop.measure(),
        number(stop.best()),
        stop.bestEpoch());
  }

  /** Loss and metrics; those by class are left to a table. */
  private static String line(TaskEvaluation task) {
    return "loss "
        + number(task.loss())
        + task.metrics().entrySet().stream()
            .filter(metric -> metric.getKey().indexOf('[') < 0)
            .map(metric -> "  " + metric.getKey() + " " + number(metric.getValue()))
            .collect(Collectors.joining());
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  @Override
  public void runEnded(History history) {
    if (history.affinity().isKnown()) {
      lines.printf("which tasks help which%n%s%n", history.affinity());
      lines.flush();
    }
  }

  @Override
  public void runFailed(RuntimeException failure) {
    close();
  }

  /** Takes the bar away, if there is one: what is printed next begins on a line of its own. */
  @Override
  public void close() {
    bar.ifPresent(ProgressLine::clear);
  }
}
