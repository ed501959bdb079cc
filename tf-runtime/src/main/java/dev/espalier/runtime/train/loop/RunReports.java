package dev.espalier.runtime.train.loop;

import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import dev.espalier.runtime.metric.Evaluation;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.RunEnd;
import dev.espalier.runtime.train.run.TaskStop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is known of a run so far: the reports of its epochs, and how it ended if it has. */
final class RunReports implements Resumable {
  private final List<EpochReport> epochs = new ArrayList<>();
  private Optional<RunEnd> end = Optional.empty();

  void add(EpochReport report) {
    epochs.add(report);
  }

  List<EpochReport> epochs() {
    return epochs;
  }

  /** The run has ended, and there is nothing to go on with. */
  void end(RunEnd how) {
    end = Optional.of(how);
  }

  /** How the run ended for good. */
  Optional<RunEnd> end() {
    return end;
  }

  @Override
  public void keep(RunState to) {
    end.ifPresent(how -> to.put("end", how.name()));
    to.put("epochs", all(epochs, RunReports::keep));
  }

  @Override
  public void resume(RunState from) {
    end = from.has("end") ? Optional.of(RunEnd.valueOf(from.text("end"))) : Optional.empty();
    epochs.clear();
    from.parts("epochs").forEach(part -> epochs.add(epoch(part)));
  }

  private static <R> List<Consumer<RunState>> all(List<R> some, Keeping<R> each) {
    return some.stream().<Consumer<RunState>>map(one -> to -> each.keep(one, to)).toList();
  }

  /** Notes a part of a report. */
  @FunctionalInterface
  private interface Keeping<R> {
    void keep(R report, RunState to);
  }

  private static void keep(EpochReport report, RunState to) {
    to.put("epoch", report.epoch());
    to.put("losses", array(report.losses()));
    to.put("balance", part -> keep(report.balance(), part));
    report.validation().ifPresent(found -> to.put("validation", part -> keep(found, part)));
    to.put("stopped", all(report.stopped(), RunReports::keep));
    to.put("rows", report.rows());
    to.put("examplesPerSecond", report.examplesPerSecond());
    to.put("stepMillis", report.stepMillis());
    to.put("learningRate", report.learningRate());
    to.put("validationSeconds", report.validationSeconds());
  }

  private static EpochReport epoch(RunState from) {
    return new EpochReport(
        (int) from.count("epoch"),
        list(from.numbers("losses")),
        balance(from.part("balance")),
        from.has("validation")
            ? Optional.of(evaluation(from.part("validation")))
            : Optional.empty(),
        from.parts("stopped").stream().map(RunReports::stop).toList(),
        (int) from.count("rows"),
        from.number("examplesPerSecond"),
        from.number("stepMillis"),
        from.number("learningRate"),
        from.number("validationSeconds"));
  }

  private static void keep(BalanceReport report, RunState to) {
    to.put("weights", array(report.weights()));
    to.put("samples", report.samples());
    to.put("gradientNorms", array(report.gradientNorms()));
    to.put("cosines", flat(report.cosines()));
    to.put("gains", flat(report.gains()));
  }

  private static BalanceReport balance(RunState from) {
    List<Double> weights = list(from.numbers("weights"));
    return new BalanceReport(
        weights,
        (int) from.count("samples"),
        list(from.numbers("gradientNorms")),
        square(from.numbers("cosines"), weights.size()),
        square(from.numbers("gains"), weights.size()));
  }

  /** Notes what a validation found. */
  static void keep(Evaluation evaluation, RunState to) {
    to.put("tasks", all(evaluation.tasks(), RunReports::keep));
  }

  private static void keep(TaskEvaluation task, RunState to) {
    to.put("task", task.task());
    to.put("loss", task.loss());
    to.put("labels", task.labels());
    to.put("metrics", metrics -> task.metrics().forEach(metrics::put));
  }

  /** What a validation found. */
  static Evaluation evaluation(RunState from) {
    return new Evaluation(from.parts("tasks").stream().map(RunReports::task).toList());
  }

  private static TaskEvaluation task(RunState from) {
    RunState named = from.part("metrics");
    Map<String, Double> metrics = new LinkedHashMap<>();
    named.names().forEach(name -> metrics.put(name, named.number(name)));
    return new TaskEvaluation(
        from.text("task"), from.number("loss"), from.count("labels"), metrics);
  }

  private static void keep(TaskStop stop, RunState to) {
    to.put("task", stop.task());
    to.put("epoch", stop.epoch());
    to.put("measure", stop.measure());
    to.put("best", stop.best());
    to.put("bestEpoch", stop.bestEpoch());
    to.put("restored", stop.restored());
  }

  private static TaskStop stop(RunState from) {
    return new TaskStop(
        from.text("task"),
        (int) from.count("epoch"),
        from.text("measure"),
        from.number("best"),
        (int) from.count("bestEpoch"),
        from.flag("restored"));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] flat(List<List<Double>> rows) {
    return rows.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
  }

  private static List<List<Double>> square(double[] flat, int width) {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < flat.length; i += width) {
      rows.add(list(Arrays.copyOfRange(flat, i, i + width)));
    }
    return rows;
  }
}
