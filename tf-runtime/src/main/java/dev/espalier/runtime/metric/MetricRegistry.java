package dev.espalier.runtime.metric;

import dev.espalier.runtime.model.ExampleInfo.Kind;
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
    }
    throw new AssertionError(kind);
  }
}
