package dev.espalier.runtime.train;

import dev.espalier.runtime.draw.TextTable;
import dev.espalier.runtime.train.CrossValidation.MetricFolds;
import dev.espalier.runtime.train.CrossValidation.TaskFolds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A cross-validation as text. */
final class CrossValidationTable {
  private CrossValidationTable() {}

  static String of(CrossValidation found) {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("task", "metric", "mean"));
    for (int fold = 1; fold <= found.folds().size(); fold++) {
      header.add("fold " + fold);
    }
    lines.add(header);
    for (TaskFolds task : found.tasks()) {
      for (MetricFolds metric : task.metrics()) {
        if (metric.metric().indexOf('[') < 0) {
          lines.add(line(task.task(), metric));
        }
      }
    }
    return new TextTable(lines).ofWords();
  }

  private static List<String> line(String task, MetricFolds metric) {
    double deviation = metric.spread().deviation();
    List<String> line = new ArrayList<>();
    line.add(task);
    line.add(metric.metric());
    line.add(
        number(metric.spread().mean())
            + (Double.isNaN(deviation) ? "" : " +- " + number(deviation)));
    metric.values().forEach(value -> line.add(number(value)));
    return line;
  }

  /** Four decimals, scientific where these would say nothing; a dash for what is undefined. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    double size = Math.abs(value);
    boolean plain = size == 0 || size >= 1e-3 && size < 1e7;
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
  }
}
