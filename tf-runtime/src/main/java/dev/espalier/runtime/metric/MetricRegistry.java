package dev.espalier.runtime.metric;

import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.ArrayList;
import java.util.List;

/** Which metrics each kind of task has, in the order of reports. */
final class MetricRegistry {
  private MetricRegistry() {}

  static List<Metric> of(Kind kind) {
    if (kind instanceof Kind.Binary) {
      return List.of(
          new LabelAccuracy(1), new Precision(), new Recall(), new BinaryF1(), new Auc(1));
    } else if (kind instanceof Kind.MultiClass task) {
      return List.of(new ClassAccuracy(task.classes().size()), new ClassF1(task.classes()));
    } else if (kind instanceof Kind.MultiLabel task) {
      int width = task.labels().size();
      return List.of(
          new LabelAccuracy(width),
          new ExactMatch(width),
          new LabelF1(task.labels()),
          new Auc(width));
    } else if (kind instanceof Kind.Regression task) {
      int length = task.length();
      return List.of(
          new MeanAbsoluteError(length), new RootMeanSquaredError(length), new RSquared(length));
    } else if (kind instanceof Kind.OrderedClasses task) {
      int classes = task.classes().size();
      return List.of(
          new ClassAccuracy(classes), new OrdinalError(classes), new QuadraticKappa(classes));
    } else if (kind instanceof Kind.OneBox) {
      return List.of(new BoxIou(), new BoxError());
    } else if (kind instanceof Kind.TokenClasses task) {
      return ofTokens(task);
    } else if (kind instanceof Kind.PixelClasses task) {
      List<String> classes = task.classes();
      return List.of(
          new PositionAccuracy("pixelAccuracy", classes.size(), task.labelWidth()),
          new MeanIou(classes, task.labelWidth()));
    }
    throw new AssertionError(kind);
  }

  /** Entities are counted where the classes are tags of them. */
  private static List<Metric> ofTokens(Kind.TokenClasses task) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new PositionAccuracy("accuracy", task.classes().size(), task.length()));
    metrics.add(new PositionF1(task.classes(), task.length()));
    EntityF1.of(task.classes(), task.length()).ifPresent(metrics::add);
    return metrics;
  }
}
