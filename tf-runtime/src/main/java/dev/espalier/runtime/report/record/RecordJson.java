package dev.espalier.runtime.report.record;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.espalier.runtime.metric.ConfusionMatrix;
import dev.espalier.runtime.metric.ScoreCurves;
import dev.espalier.runtime.metric.ScoreCurves.CurvePoint;
import dev.espalier.runtime.metric.TaskEvaluation;
import dev.espalier.runtime.metric.TaskOutcomes;
import dev.espalier.runtime.metric.ValueCurve;
import dev.espalier.runtime.model.ModelSummary;
import dev.espalier.runtime.report.record.RunRecord.RunFacts;
import dev.espalier.runtime.train.run.EpochReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record as JSON, which pages draw. Numbers have single precision, which is more than a picture
 * shows; what is not finite is null.
 */
public final class RecordJson {
  private static final double BETWEEN_POINTS = 1 / 250.0;

  private RecordJson() {}

  /** The whole of a record; of none, {@code null}. */
  public static String of(Optional<RunRecord> run) {
    try {
      return run.isEmpty() ? "null" : JSON.std.asString(tree(run.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> tree(RunRecord run) {
    Map<String, Object> tree = new LinkedHashMap<>();
    addStart(tree, run.start());
    tree.put("ended", run.ended());
    run.ending()
        .ifPresent(
            ending -> {
              tree.put("failed", ending.failed());
              tree.put("why", ending.why());
            });
    tree.put("notes", run.notes());
    tree.put("seconds", number(run.seconds()));
    tree.put("secondsLeft", number(run.secondsLeft()));
    run.place()
        .ifPresent(
            place -> {
              tree.put("epoch", place.epoch());
              tree.put("step", place.step());
              tree.put("steps", place.steps());
              tree.put("examplesPerSecond", number(place.examplesPerSecond()));
            });
    tree.put("curve", curve(run.steps(), run.start().tasks().size()));
    tree.put("history", run.epochs().stream().map(RecordJson::epoch).toList());
    tree.put("outcomes", run.outcomes().stream().map(RecordJson::outcomes).toList());
    return tree;
  }

  private static void addStart(Map<String, Object> tree, RunFacts start) {
    tree.put("model", start.summary().model());
    tree.put("began", start.began().toString());
    tree.put("tasks", start.tasks());
    tree.put("labels", start.labels());
    tree.put("rows", start.rows());
    tree.put("epochs", start.epochs());
    tree.put("stepsPerEpoch", start.stepsPerEpoch());
    tree.put("parameters", start.summary().parameters());
    tree.put("sharedParameters", start.summary().sharedParameters());
    tree.put("frozenParameters", start.summary().frozenParameters());
    tree.put("sharing", start.summary().sharing());
    tree.put("layers", start.summary().layers().stream().map(RecordJson::layer).toList());
    tree.put("settings", start.settings());
    tree.put("environment", start.environment());
  }

  private static Map<String, Object> layer(ModelSummary.Layer layer) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("path", layer.path());
    tree.put("features", layer.features());
    tree.put("shape", layer.shape().isEmpty() ? "" : ModelSummary.sides(layer.shape()));
    tree.put("inputs", layer.inputs());
    tree.put("weights", layer.weights().stream().map(RecordJson::weights).toList());
    tree.put("parameters", layer.parameters());
    tree.put("tasks", layer.tasks());
    return tree;
  }

  private static String weights(ModelSummary.LayerWeights weights) {
    String name = weights.path().substring(weights.path().lastIndexOf('.') + 1);
    String text = name + " " + ModelSummary.sides(weights.shape());
    return weights.frozen() ? text + " frozen" : text;
  }

  private static Map<String, Object> curve(StepCurve.Points points, int tasks) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("stepsOfEach", points.stepsOfEach());
    tree.put("at", numbers(points.at()));
    List<List<Float>> losses = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      losses.add(column(points, task));
    }
    tree.put("losses", losses);
    tree.put("rate", column(points, tasks));
    return tree;
  }

  private static List<Float> column(StepCurve.Points points, int index) {
    return numbers(Arrays.stream(points.values()).mapToDouble(value -> value[index]).toArray());
  }

  private static Map<String, Object> epoch(EpochReport epoch) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("epoch", epoch.epoch());
    tree.put("losses", numbers(epoch.losses()));
    tree.put("weights", numbers(epoch.balance().weights()));
    tree.put("gradientNorms", numbers(epoch.balance().gradientNorms()));
    tree.put("cosines", epoch.balance().cosines().stream().map(RecordJson::numbers).toList());
    tree.put("examplesPerSecond", number(epoch.examplesPerSecond()));
    tree.put("stepMillis", number(epoch.stepMillis()));
    tree.put("validationSeconds", number(epoch.validationSeconds()));
    tree.put("stopped", epoch.stopped().stream().map(stop -> stop.task()).toList());
    epoch
        .validation()
        .ifPresent(
            found -> tree.put("validation", found.tasks().stream().map(RecordJson::task).toList()));
    return tree;
  }

  private static Map<String, Object> task(TaskEvaluation task) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    task.metrics().forEach((name, value) -> metrics.put(name, number(value)));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("loss", number(task.loss()));
    tree.put("labels", task.labels());
    tree.put("metrics", metrics);
    return tree;
  }

  private static Map<String, Object> outcomes(TaskOutcomes outcomes) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("task", outcomes.task());
    outcomes.confusion().ifPresent(matrix -> tree.put("confusion", confusion(matrix)));
    tree.put("scores", outcomes.scores().stream().map(RecordJson::scores).toList());
    tree.put("values", outcomes.values().stream().map(RecordJson::values).toList());
    return tree;
  }

  private static Map<String, Object> confusion(ConfusionMatrix matrix) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("classes", matrix.classes());
    tree.put("weights", matrix.weights().stream().map(RecordJson::numbers).toList());
    return tree;
  }

  private static Map<String, Object> values(ValueCurve values) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("label", values.label());
    tree.put(
        "bins",
        values.bins().stream()
            .map(bin -> numbers(List.of(bin.predicted(), bin.actual(), bin.deviation())))
            .toList());
    return tree;
  }

  private static Map<String, Object> scores(ScoreCurves scores) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("label", scores.label());
    tree.put("positives", number(scores.positives()));
    tree.put("negatives", number(scores.negatives()));
    tree.put("area", number(scores.area()));
    tree.put("calibrationError", number(scores.calibrationError()));
    tree.put("roc", thinned(scores.roc()));
    tree.put("precisionRecall", thinned(scores.precisionRecall()));
    tree.put(
        "calibration",
        scores.calibration().stream()
            .map(bin -> numbers(List.of(bin.predicted(), bin.observed(), bin.weight())))
            .toList());
    return tree;
  }

  /** As many points as can be told apart in a picture; first and last are always there. */
  private static List<List<Float>> thinned(List<CurvePoint> points) {
    List<List<Float>> kept = new ArrayList<>();
    CurvePoint last = null;
    for (int i = 0; i < points.size(); i++) {
      CurvePoint point = points.get(i);
      boolean end = i == 0 || i == points.size() - 1;
      if (end
          || Math.abs(point.x() - last.x()) + Math.abs(point.y() - last.y()) >= BETWEEN_POINTS) {
        kept.add(numbers(List.of(point.x(), point.y())));
        last = point;
      }
    }
    return kept;
  }

  private static List<Float> numbers(List<Double> values) {
    return numbers(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static List<Float> numbers(double[] values) {
    List<Float> numbers = new ArrayList<>(values.length);
    for (double value : values) {
      numbers.add(number(value));
    }
    return numbers;
  }

  private static Float number(double value) {
    return Float.isFinite((float) value) ? (float) value : null;
  }
}
