package dev.espalier.runtime.metric;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.draw.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much of each class was predicted as each. Its text is a table.
 *
 * @param classes their names, in the order of the label
 * @param weights {@code weights[actual][predicted]}: rows, or positions of a sequence or picture,
 *     each counted by its weight. A prediction that is no class at all is left out
 */
public record ConfusionMatrix(List<String> classes, List<List<Double>> weights) {

  /** Keeps copies of the lists. */
  public ConfusionMatrix {
    classes = List.copyOf(classes);
    weights = weights.stream().map(List::copyOf).toList();
  }

  /**
   * How much of one class was predicted as another.
   *
   * @throws EspalierException if there is no such class; names those that there are
   */
  public double weight(String actual, String predicted) {
    return weights.get(index(actual)).get(index(predicted));
  }

  private int index(String name) {
    int index = classes.indexOf(name);
    if (index < 0) {
      throw new EspalierException(
          "There is no class `%s`; there are %s.".formatted(name, String.join(", ", classes)));
    }
    return index;
  }

  /** The part of a class, by index, that was predicted as it is; NaN for one without labels. */
  public double recall(int index) {
    double all = weights.get(index).stream().mapToDouble(Double::doubleValue).sum();
    return all > 0 ? weights.get(index).get(index) / all : Double.NaN;
  }

  /** A line for each actual class, a column for each predicted one. */
  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("actual \\ predicted"));
    header.addAll(classes);
    lines.add(header);
    for (int i = 0; i < classes.size(); i++) {
      List<String> line = new ArrayList<>(List.of(classes.get(i)));
      weights.get(i).forEach(weight -> line.add(String.format(Locale.ROOT, "%,.0f", weight)));
      lines.add(line);
    }
    return new TextTable(lines).ofNumbers();
  }
}
