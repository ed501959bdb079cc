package dev.espalier.runtime.data.statistics;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.ModelFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The values that a table learnt: all texts or all whole numbers; row 0 is for none of them. */
public final class Vocabulary {
  private final List<Object> values;
  private final Map<Object, Integer> rows = new HashMap<>();

  private Vocabulary(List<Object> values) {
    this.values = List.copyOf(values);
    for (int i = 0; i < values.size(); i++) {
      rows.put(values.get(i), i + 1);
    }
  }

  /**
   * The most frequent values first; equally frequent ones by text, or by number.
   *
   * @param counts by code
   * @param atMost how many are kept; 0 for all
   */
  public static Vocabulary of(String table, List<Object> values, int[] counts, int atMost) {
    if (values.stream().anyMatch(String.class::isInstance)
        && values.stream().anyMatch(Long.class::isInstance)) {
      throw new DataException(
          "table \"%s\": found texts and whole numbers, expected values of one kind"
              .formatted(table));
    }
    List<Object> kept = new ArrayList<>();
    IntStream.range(0, values.size())
        .filter(code -> counts[code] > 0)
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer code) -> -counts[code])
                .thenComparing(code -> values.get(code), Vocabulary::compare))
        .limit(atMost == 0 ? Long.MAX_VALUE : atMost)
        .forEach(code -> kept.add(values.get(code)));
    return new Vocabulary(kept);
  }

  private static int compare(Object a, Object b) {
    return a instanceof Long number
        ? Long.compare(number, (Long) b)
        : ((String) a).compareTo((String) b);
  }

  /** The values, that of row 1 first. */
  public List<Object> values() {
    return values;
  }

  /** How many values there are. */
  public int size() {
    return values.size();
  }

  /** A value's row, 0 when it is unknown. */
  public int row(Object value) {
    return rows.getOrDefault(value, 0);
  }

  /** Whole numbers are kept as texts: not every reader of JSON has 64 bits for them. */
  public Map<String, Object> toTree() {
    boolean ids = !values.isEmpty() && values.get(0) instanceof Long;
    return Map.of(ids ? "ids" : "texts", values.stream().map(String::valueOf).toList());
  }

  /** As {@link #toTree} gave it. */
  public static Vocabulary fromTree(Tree tree) {
    if (!tree.has("ids")) {
      return new Vocabulary(List.copyOf(tree.texts("texts")));
    }
    List<Object> ids = new ArrayList<>();
    for (String id : tree.texts("ids")) {
      try {
        ids.add(Long.valueOf(id));
      } catch (NumberFormatException e) {
        throw new ModelFileException(tree.where("ids") + ": found \"" + id + "\", expected an id");
      }
    }
    return new Vocabulary(ids);
  }
}
