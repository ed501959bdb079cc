package dev.espalier.runtime.train;

import dev.espalier.runtime.draw.TextTable;
import dev.espalier.runtime.train.RelativeImprovement.MetricImprovement;
import dev.espalier.runtime.train.RelativeImprovement.Spread;
import dev.espalier.runtime.train.RelativeImprovement.TaskImprovement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A relative improvement as text. */
final class ImprovementTable {
  private ImprovementTable() {}

  static String of(RelativeImprovement found) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("task", "metric", "multi-task", found.baseline(), "improvement"));
    for (TaskImprovement task : found.tasks()) {
      for (MetricImprovement metric : task.metrics()) {
        String better = metric.measure().lowerIsBetter() ? " (lower is better)" : "";
        lines.add(
            List.of(
                task.task(),
                metric.measure().name() + better,
                plain(metric.multi()),
                plain(metric.single()),
                percent(metric.improvement())));
      }
      if (task.metrics().size() > 1) {
        lines.add(List.of(task.task(), "mean", "", "", percent(task.improvement())));
      }
    }
    lines.add(List.of("all tasks", "", "", "", percent(found.improvement())));
    return new TextTable(lines).ofWords();
  }

  private static String plain(Spread spread) {
    return number("%.4f", spread.mean()) + deviation("%.4f", spread.deviation());
  }

  private static String percent(Spread spread) {
    return number("%+.2f %%", 100 * spread.mean()) + deviation("%.2f", 100 * spread.deviation());
  }

  private static String deviation(String format, double value) {
    return Double.isNaN(value) ? "" : " +- " + number(format, value);
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
