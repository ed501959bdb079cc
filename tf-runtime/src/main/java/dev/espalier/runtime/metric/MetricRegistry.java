package dev.espalier.runtime.metric;

import dev.espalier.runtime.model.ExampleInfo.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which metrics each kind of task has, in the order of reports, and which it is judged by. */
final class MetricRegistry {
  private MetricRegistry() {}

  /**
   * The metrics of a kind.
   *
   * @param primary the name of that which a task is judged by unless another is named
   */
  record OfKind(String primary, List<Metric> all) {

    private static OfKind of(String primary, Metric... all) {
      return new OfKind(primary, List.of(all));
    }
  }

  static OfKind of(Kind kind) {
    if (kind instanceof Kind.Binary) {
      return OfKind.of(
          "auc", new LabelAccuracy(1), new Precision(), new Recall(), new BinaryF1(), new Auc(1));
    } else if (kind instanceof Kind.MultiClass task) {
      return OfKind.of(
          "accuracy", new ClassAccuracy(task.classes().size()), new ClassF1(task.classes()));
    } else if (kind instanceof Kind.MultiLabel task) {
      int width = task.labels().size();
      return OfKind.of(
          "auc",
          new LabelAccuracy(width),
          new ExactMatch(width),
          new LabelF1(task.labels()),
          new Auc(width));
    } else if (kind instanceof Kind.Regression task) {
      int length = task.length();
      return OfKind.of(
          "rmse",
          new MeanAbsoluteError(length),
          new RootMeanSquaredError(length),
          new RSquared(length));
    } else if (kind instanceof Kind.OrderedClasses task) {
      int classes = task.classes().size();
      return OfKind.of(
          "mae",
          new ClassAccuracy(classes),
          new OrdinalError(classes),
          new QuadraticKappa(classes));
    } else if (kind instanceof Kind.OneBox) {
      return OfKind.of("iou", new BoxIou(), new BoxError());
    } else if (kind instanceof Kind.TokenClasses task) {
      return ofTokens(task);
    } else if (kind instanceof Kind.PixelClasses task) {
      List<String> classes = task.classes();
      return OfKind.of(
          "miou",
          new PositionAccuracy("pixelAccuracy", classes.size(), task.labelWidth()),
          new MeanIou(classes, task.labelWidth()));
    }
    throw new AssertionError(kind);
  }

  /** Entities are counted where the classes are tags of them. */
  private static OfKind ofTokens(Kind.TokenClasses task) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new PositionAccuracy("accuracy", task.classes().size(), task.length()));
    metrics.add(new PositionF1(task.classes(), task.length()));
    Optional<Metric> entities = EntityF1.of(task.classes(), task.length()).map(found -> found);
    entities.ifPresent(metrics::add);
    return new OfKind(entities.isPresent() ? "entityF1" : "accuracy", metrics);
  }
}
