package dev.espalier.samples.cli;

import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.train.EpochReport;
import dev.espalier.runtime.train.History;
import dev.espalier.runtime.train.TrainingListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Tells how a run goes: lines for each epoch, and within an epoch a bar with the tasks' losses
 * where there is a terminal to draw it on.
 *
 * <p>The bar is drawn on standard error when the system property {@code espalier.progress} is true,
 * which {@code samples/run} sets for a terminal.
 */
final class Progress implements TrainingListener, AutoCloseable {
  private static final long LOSSES_NANOS = 200_000_000;

  private final PrintWriter out;
  private final boolean drawn = Boolean.getBoolean("espalier.progress");
  private List<String> tasks = List.of();
  private int epochs;
  private Optional<ProgressBar> bar = Optional.empty();
  private long lossesShown;

  Progress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void runStarted(RunStart run) {
    tasks = run.tasks();
    epochs = run.epochs();
    out.printf(
        Locale.ROOT,
        "%s: %,d training rows, %,d parameters, %d epochs of %,d steps%n",
        run.model(),
        run.rows(),
        run.parameters(),
        run.epochs(),
        run.stepsPerEpoch());
    out.flush();
  }

  @Override
  public void stepEnded(StepReport step) {
    if (!drawn) {
      return;
    }
    if (bar.isEmpty()) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName("epoch %d/%d".formatted(step.epoch(), epochs))
                  .setInitialMax(step.stepsPerEpoch())
                  .setStyle(ProgressBarStyle.ASCII)
                  .setUpdateIntervalMillis(100)
                  .clearDisplayOnFinish()
                  .build());
    }
    bar.get().step();
    long now = System.nanoTime();
    if (now - lossesShown > LOSSES_NANOS) {
      lossesShown = now;
      bar.get().setExtraMessage(losses(step.losses()));
    }
  }

  private String losses(double[] losses) {
    StringBuilder text = new StringBuilder();
    for (int task = 0; task < losses.length; task++) {
      text.append(String.format(Locale.ROOT, " %s %.3f", tasks.get(task), losses[task]));
    }
    return text.toString();
  }

  @Override
  public void epochEnded(EpochReport epoch) {
    close();
    out.printf(
        Locale.ROOT,
        "epoch %d/%d  %,.0f examples/s  %.2f ms a step%n",
        epoch.epoch(),
        epochs,
        epoch.examplesPerSecond(),
        epoch.stepMillis());
    int width = tasks.stream().mapToInt(String::length).max().orElse(0);
    for (int task = 0; task < tasks.size(); task++) {
      int index = task;
      out.printf(
          Locale.ROOT,
          "  %-" + width + "s  loss %s%s%n",
          tasks.get(task),
          number(epoch.losses().get(task)),
          epoch
              .validation()
              .map(held -> "  validation " + line(held.tasks().get(index)))
              .orElse(""));
    }
    epoch
        .stopped()
        .forEach(
            stop ->
                out.printf(
                    Locale.ROOT,
                    "  %s stops: best %s %s in epoch %d%n",
                    stop.task(),
                    stop.measure(),
                    number(stop.best()),
                    stop.bestEpoch()));
    out.flush();
  }

  /** Loss and metrics; those by class are left to the final table. */
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
      out.printf("which tasks help which%n%s%n", history.affinity());
      out.flush();
    }
  }

  /** Takes the bar away, if there is one. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
