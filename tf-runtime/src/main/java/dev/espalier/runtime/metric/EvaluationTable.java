package dev.espalier.runtime.metric;

import dev.espalier.runtime.draw.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An evaluation as text: a line for each task, then the values by class of those that have any. */
final class EvaluationTable {
  private EvaluationTable() {}

  static String of(Evaluation evaluation) {
    Set<String> metrics = new LinkedHashSet<>();
    for (TaskEvaluation task : evaluation.tasks()) {
      task.metrics().keySet().stream().filter(name -> !byClass(name)).forEach(metrics::add);
    }
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("task", "labels", "loss"));
    header.addAll(metrics);
    lines.add(header);
    for (TaskEvaluation task : evaluation.tasks()) {
      List<String> line = new ArrayList<>();
      line.add(task.task());
      line.add(String.format(Locale.ROOT, "%,d", task.labels()));
      line.add(number(task.loss()));
      for (String metric : metrics) {
        line.add(task.metrics().containsKey(metric) ? number(task.metrics().get(metric)) : "");
      }
      lines.add(line);
    }
    return new TextTable(lines).ofNumbers() + classes(evaluation);
  }

  private static String classes(Evaluation evaluation) {
    StringBuilder text = new StringBuilder();
    for (TaskEvaluation task : evaluation.tasks()) {
      String values =
          task.metrics().entrySet().stream()
              .filter(entry -> byClass(entry.getKey()))
              .map(entry -> entry.getKey() + " " + number(entry.getValue()))
              .collect(Collectors.joining(", "));
      if (!values.isEmpty()) {
        text.append(task.task()).append(": ").append(values).append('\n');
      }
    }
    return text.toString();
  }

  private static boolean byClass(String metric) {
    return metric.indexOf('[') >= 0;
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
