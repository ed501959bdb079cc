package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.report.Origin;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether what meets in one trunk has one shape. */
record StemShapes(Function<Vertex, Optional<Node>> infer, Report report) {

  /**
   * What flows into a trunk.
   *
   * @param task whose stem makes it; empty for all features
   * @param value what it is
   */
  record Entry(Optional<TaskPlan> task, Vertex value) {}

  /** Looks at all that flows into one trunk; each that differs from the first is told. */
  void check(List<Entry> entries) {
    if (entries.size() < 2) {
      return;
    }
    Entry first = entries.get(0);
    Optional<Node> made = infer.apply(first.value());
    for (Entry other : entries.subList(1, entries.size())) {
      Optional<Node> node = infer.apply(other.value());
      if (made.isPresent()
          && node.isPresent()
          && !node.get().shape().dims().equals(made.get().shape().dims())) {
        tell(first, made.get(), other, node.get());
      }
    }
  }

  private void tell(Entry first, Node made, Entry other, Node node) {
    Origin origin = other.task().or(first::task).orElseThrow().mark().origin("stem");
    report.add(
        Rule.STEMS_DIFFER,
        origin,
        "Stems meet in one trunk, and " + words(first, made) + ", " + words(other, node) + ".",
        "End them with one shape: a @Dense of equal units, or a pool before it.");
  }

  private static String words(Entry entry, Node node) {
    return entry
            .task()
            .map(task -> "the stem of `" + task.name() + "` gives " + node.shape())
            .orElse("all features, of tasks without a stem, are " + node.shape())
        + " (`"
        + node.address()
        + "`, "
        + node.source()
        + ")";
  }
}
