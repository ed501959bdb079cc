package dev.espalier.runtime.report;

import dev.espalier.runtime.train.run.TrainingListener.RunResumed;
import dev.espalier.runtime.train.run.TrainingListener.RunStart;
import dev.espalier.runtime.train.run.TrainingListener.StepReport;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line of a terminal that is drawn again and again. */
final class ProgressLine {
  private static final long BETWEEN_NANOS = 100_000_000;
  private static final int BAR = 20;

  private final PrintStream terminal;
  private final int columns;
  private final LongSupplier nanos;
  private List<String> tasks = List.of();
  private int epochs;
  private int stepsPerEpoch;
  private double doneBefore;
  private long begin;
  private long drawnAt;
  private int drawn;

  /**
   * A line that nothing is drawn on yet.
   *
   * @param columns of the terminal; a line that is longer is cut, for it could not be drawn over
   * @param nanos the clock
   */
  ProgressLine(PrintStream terminal, int columns, LongSupplier nanos) {
    this.terminal = terminal;
    this.columns = columns;
    this.nanos = nanos;
  }

  void runStarted(RunStart run) {
    tasks = run.tasks();
    epochs = run.epochs();
    stepsPerEpoch = run.stepsPerEpoch();
    doneBefore = 0;
    begin = nanos.getAsLong();
    drawnAt = begin;
  }

  /** What an earlier run has done took none of this one's time. */
  void runResumed(RunResumed resumed) {
    doneBefore = (resumed.epoch() - 1 + (double) resumed.step() / stepsPerEpoch) / epochs;
  }

  void stepEnded(StepReport step) {
    long now = nanos.getAsLong();
    if (now - drawnAt >= BETWEEN_NANOS) {
      drawnAt = now;
      draw(text(step, now));
    }
  }

  private String text(StepReport step, long now) {
    double ofEpoch = (double) step.step() / step.stepsPerEpoch();
    // Of the whole run, for which the validations so far are a part of the time that it takes.
    double ofRun = (step.epoch() - 1 + ofEpoch) / epochs;
    double left = (now - begin) / 1e9 * (1 - ofRun) / (ofRun - doneBefore);
    int full = (int) (ofEpoch * BAR);
    StringBuilder text = new StringBuilder();
    text.append("epoch ").append(step.epoch()).append('/').append(epochs);
    text.append(" [").append("=".repeat(full)).append(" ".repeat(BAR - full)).append("] ");
    text.append(
        String.format(
            Locale.ROOT,
            "%3.0f%%  %,.0f/s  %s left",
            100 * ofEpoch,
            step.examplesPerSecond(),
            time(left)));
    for (int task = 0; task < tasks.size(); task++) {
      if (!Double.isNaN(step.losses()[task])) {
        text.append(String.format(Locale.ROOT, "  %s %.3f", tasks.get(task), step.losses()[task]));
      }
    }
    return text.toString();
  }

  /** {@code 0:07}, {@code 12:34}, {@code 1:02:03}. */
  static String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  private void draw(String text) {
    // The last column stays free: some terminals begin a new line once it is written.
    String cut = text.length() < columns ? text : text.substring(0, columns - 2) + "~";
    terminal.print("\r" + cut + " ".repeat(Math.max(0, drawn - cut.length())));
    terminal.flush();
    drawn = cut.length();
  }

  void clear() {
    if (drawn > 0) {
      terminal.print("\r" + " ".repeat(drawn) + "\r");
      terminal.flush();
      drawn = 0;
    }
  }
}
