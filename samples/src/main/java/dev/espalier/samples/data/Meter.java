package dev.espalier.samples.data;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Tells how far a download is: a line for each tenth, or a bar where there is a terminal to draw it
 * on, which the system property {@code espalier.progress} says.
 */
final class Meter implements AutoCloseable {
  static final long MEGABYTE = 1_000_000;

  private final PrintWriter out;
  private final long expected;
  private final Optional<ProgressBar> bar;
  private long bytes;
  private long tenths;

  Meter(PrintWriter out, long expected) {
    this.out = out;
    this.expected = expected;
    bar = Boolean.getBoolean("espalier.progress") ? Optional.of(bar(expected)) : Optional.empty();
  }

  private static ProgressBar bar(long expected) {
    return new ProgressBarBuilder()
        .setTaskName("download")
        .setInitialMax(expected)
        .setUnit(" MB", MEGABYTE)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .clearDisplayOnFinish()
        .build();
  }

  void add(int more) {
    bytes += more;
    bar.ifPresent(drawn -> drawn.stepTo(bytes));
    if (bar.isEmpty() && 10 * bytes / expected > tenths) {
      tenths = 10 * bytes / expected;
      out.printf(Locale.ROOT, "  %s of about %s MB%n", megabytes(bytes), megabytes(expected));
      out.flush();
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", (double) bytes / MEGABYTE);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
