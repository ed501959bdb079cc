package dev.espalier.runtime.train.run;

import dev.espalier.runtime.balance.BalanceReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which tasks help which: how their gradients stood to each other in a run; means over its epochs.
 *
 * <p>Two measures. The cosine of the angle between two tasks' gradients of the shared parameters is
 * above 0 where a small step that helps one helps the other; it is symmetric. The gain is the
 * lookahead affinity of Fifty et al. (Efficiently Identifying Task Groupings for Multi-Task
 * Learning, NeurIPS 2021), {@code 1 - L_j(after a step along g_i) / L_j}, to first order and for
 * each unit of learning rate: {@code g_i'g_j / L_j}, where the authors take the step and evaluate
 * anew. It is not symmetric: it says how much a task moves another, and not only which way.
 *
 * @param tasks their names
 * @param cosines by index of two tasks; NaN where never both were in a batch whose gradients are
 *     known
 * @param gains {@code gains[i][j]}: what a step along task i's gradient does for task j; NaN as
 *     above
 */
public record TaskAffinity(
    List<String> tasks, List<List<Double>> cosines, List<List<Double>> gains) {

  /** An affinity with lists that nobody changes. */
  public TaskAffinity {
    tasks = List.copyOf(tasks);
    cosines = cosines.stream().map(List::copyOf).toList();
    gains = gains.stream().map(List::copyOf).toList();
  }

  static TaskAffinity of(History history) {
    return new TaskAffinity(
        history.tasks(),
        means(history, BalanceReport::cosines),
        means(history, BalanceReport::gains));
  }

  private static List<List<Double>> means(
      History history, Function<BalanceReport, List<List<Double>>> matrix) {
    int tasks = history.tasks().size();
    List<List<Double>> means = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < tasks; j++) {
        int from = i;
        int to = j;
        row.add(
            history.epochs().stream()
                .mapToDouble(epoch -> matrix.apply(epoch.balance()).get(from).get(to))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN));
      }
      means.add(row);
    }
    return means;
  }

  /**
   * The part of what a task's own gradient does for it that another's does: {@code gains[i][j] /
   * gains[j][j]}.
   */
  public double help(int of, int to) {
    return gains.get(of).get(to) / gains.get(to).get(to);
  }

  /** Whether anything is known of two different tasks. */
  public boolean isKnown() {
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!Double.isNaN(cosines.get(i).get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Cosine and help by name of two tasks, as a report may hold them; what is not known is left out.
   */
  public Map<String, Map<String, Map<String, Double>>> toMap() {
    Map<String, Map<String, Map<String, Double>>> map = new LinkedHashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      Map<String, Map<String, Double>> row = new LinkedHashMap<>();
      for (int j = 0; j < tasks.size(); j++) {
        if (i != j && !Double.isNaN(cosines.get(i).get(j))) {
          row.put(
              tasks.get(j),
              new TreeMap<>(Map.of("cosine", cosines.get(i).get(j), "help", help(i, j))));
        }
      }
      map.put(tasks.get(i), row);
    }
    return map;
  }

  /**
   * A table of both: the cosine, then the help of the row's task to the column's; where no gradient
   * of two tasks is known, a line that says how to know them.
   */
  @Override
  public String toString() {
    if (!isKnown()) {
      return "No gradients of two tasks in one batch are known: balance with a method that mixes"
          + " gradients, or set builder().reportGradients(20).";
    }
    int width = Math.max(14, tasks.stream().mapToInt(String::length).max().orElse(0));
    StringBuilder table = new StringBuilder("cosine (help)");
    table.append(" ".repeat(Math.max(0, width - table.length())));
    tasks.forEach(task -> table.append(cell(task, width)));
    for (int i = 0; i < tasks.size(); i++) {
      table.append('\n').append(String.format(Locale.ROOT, "%-" + width + "s", tasks.get(i)));
      for (int j = 0; j < tasks.size(); j++) {
        table.append(cell(entry(i, j), width));
      }
    }
    return table.toString();
  }

  private String entry(int i, int j) {
    double cosine = cosines.get(i).get(j);
    return Double.isNaN(cosine)
        ? "-"
        : String.format(Locale.ROOT, "%+.2f (%+.2f)", cosine, help(i, j));
  }

  private static String cell(String text, int width) {
    return String.format(Locale.ROOT, "  %" + width + "s", text);
  }
}
