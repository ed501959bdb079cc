package dev.espalier.runtime.data.statistics;

import dev.espalier.runtime.ModelFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a model file's tree while it is read; whatever is not as it was written is a {@link
 * ModelFileException} with its path.
 */
public record Tree(String path, Map<?, ?> values) {

  static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** Values by name in an order that is the same in every JVM, which that of a map is not. */
  static Map<String, Object> sorted(Map<String, ?> values) {
    return new TreeMap<>(values);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String where(String key) {
    return path + "." + key;
  }

  /** The map below a key; an error if there is none. */
  public Tree child(String key) {
    if (values.get(key) instanceof Map<?, ?> child) {
      return new Tree(where(key), child);
    }
    throw new ModelFileException(
        where(key) + ": found " + kind(values.get(key)) + ", expected a map");
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object value : list(key)) {
      if (!(value instanceof String text)) {
        throw new ModelFileException(where(key) + ": found " + kind(value) + ", expected a text");
      }
      texts.add(text);
    }
    return texts;
  }

  double[] doubles(String key, int length) {
    List<?> list = list(key);
    if (list.size() != length) {
      throw new ModelFileException(
          "%s: found %d numbers, expected %d".formatted(where(key), list.size(), length));
    }
    double[] doubles = new double[length];
    for (int i = 0; i < length; i++) {
      if (!(list.get(i) instanceof Number number) || !Double.isFinite(number.doubleValue())) {
        throw new ModelFileException(
            where(key) + ": found " + kind(list.get(i)) + ", expected a finite number");
      }
      doubles[i] = number.doubleValue();
    }
    return doubles;
  }

  private List<?> list(String key) {
    if (values.get(key) instanceof List<?> list) {
      return list;
    }
    throw new ModelFileException(
        where(key) + ": found " + kind(values.get(key)) + ", expected a list");
  }

  private static String kind(Object value) {
    return value == null ? "nothing" : '"' + value.toString() + '"';
  }
}
