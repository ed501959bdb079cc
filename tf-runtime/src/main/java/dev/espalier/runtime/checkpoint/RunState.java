package dev.espalier.runtime.checkpoint;

import dev.espalier.runtime.ModelFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a run, or a part of it, remembers: small values by name, as a tree that becomes JSON, and
 * large arrays by path.
 *
 * <p>Doubles come back to the bit, NaN and infinities included. What is not as it was put is a
 * {@link ModelFileException} that says what was found where.
 */
public final class RunState {
  private static final String SEPARATOR = "/";

  private final String path;
  private final Map<String, Object> values;
  private final Map<String, float[]> arrays;

  /** A state that holds nothing yet. */
  public RunState() {
    this("", new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  private RunState(String path, Map<String, Object> values, Map<String, float[]> arrays) {
    this.path = path;
    this.values = values;
    this.arrays = arrays;
  }

  /** The state of what was read from a file. */
  static RunState of(Map<String, Object> values, Map<String, float[]> arrays) {
    return new RunState("", values, arrays);
  }

  /** The small values, as maps, lists, texts, numbers and flags. */
  Map<String, Object> values() {
    return values;
  }

  /** The arrays, by path. */
  Map<String, float[]> arrays() {
    return arrays;
  }

  // ---- What is put ------------------------------------------------------------------------------

  /** Puts a whole number. */
  public void put(String name, long value) {
    values.put(name, value);
  }

  /** Puts a number. */
  public void put(String name, double value) {
    values.put(name, value);
  }

  /** Puts a flag. */
  public void put(String name, boolean value) {
    values.put(name, value);
  }

  /** Puts a text. */
  public void put(String name, String value) {
    values.put(name, value);
  }

  /** Puts numbers. */
  public void put(String name, double[] numbers) {
    values.put(name, Arrays.stream(numbers).boxed().toList());
  }

  /** Puts whole numbers. */
  public void put(String name, int[] numbers) {
    values.put(name, Arrays.stream(numbers).boxed().toList());
  }

  /** Puts large arrays under a common name; they are not copied. */
  public void putArrays(String name, Map<String, float[]> some) {
    some.forEach((key, array) -> arrays.put(under(name) + SEPARATOR + key, array));
  }

  /** Puts what another part remembers. */
  public void put(String name, Resumable part) {
    put(name, (Consumer<RunState>) part::keep);
  }

  /** Puts a part that something else fills. */
  public void put(String name, Consumer<RunState> part) {
    Map<String, Object> inner = new LinkedHashMap<>();
    values.put(name, inner);
    part.accept(new RunState(under(name), inner, arrays));
  }

  /** Puts several parts of a kind, in an order that counts. */
  public void put(String name, List<? extends Consumer<RunState>> parts) {
    List<Map<String, Object>> list = new ArrayList<>();
    values.put(name, list);
    for (int i = 0; i < parts.size(); i++) {
      Map<String, Object> inner = new LinkedHashMap<>();
      list.add(inner);
      parts.get(i).accept(new RunState(under(name) + SEPARATOR + i, inner, arrays));
    }
  }

  // ---- What is read -----------------------------------------------------------------------------

  /** Whether a small value was put under a name. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The names of all small values. */
  public Set<String> names() {
    return values.keySet();
  }

  /** A whole number. */
  public long count(String name) {
    return number(name, values.get(name)).longValue();
  }

  /** A number. */
  public double number(String name) {
    return asDouble(name, values.get(name));
  }

  /** A flag. */
  public boolean flag(String name) {
    if (values.get(name) instanceof Boolean flag) {
      return flag;
    }
    throw refused(name, values.get(name), "a flag");
  }

  /** A text. */
  public String text(String name) {
    if (values.get(name) instanceof String text) {
      return text;
    }
    throw refused(name, values.get(name), "a text");
  }

  /** Numbers. */
  public double[] numbers(String name) {
    return list(name).stream().mapToDouble(value -> asDouble(name, value)).toArray();
  }

  /** Numbers, which have to be so many. */
  public double[] numbers(String name, int count) {
    double[] numbers = numbers(name);
    if (numbers.length != count) {
      throw refused(name, numbers.length + " numbers", count + " numbers");
    }
    return numbers;
  }

  /** Whole numbers. */
  public int[] counts(String name) {
    return list(name).stream().mapToInt(value -> number(name, value).intValue()).toArray();
  }

  /** Whole numbers, which have to be so many. */
  public int[] counts(String name, int count) {
    int[] counts = counts(name);
    if (counts.length != count) {
      throw refused(name, counts.length + " numbers", count + " numbers");
    }
    return counts;
  }

  /** The large arrays under a common name; they are not copied. */
  public Map<String, float[]> arrays(String name) {
    String prefix = under(name) + SEPARATOR;
    Map<String, float[]> some = new LinkedHashMap<>();
    arrays.forEach(
        (key, array) -> {
          if (key.startsWith(prefix)) {
            some.put(key.substring(prefix.length()), array);
          }
        });
    return some;
  }

  /** What a part remembers. */
  public RunState part(String name) {
    return part(name, under(name), values.get(name));
  }

  /** What several parts of a kind remember, in their order. */
  public List<RunState> parts(String name) {
    List<RunState> parts = new ArrayList<>();
    for (Object inner : list(name)) {
      parts.add(part(name, under(name) + SEPARATOR + parts.size(), inner));
    }
    return parts;
  }

  private RunState part(String name, String at, Object found) {
    if (!(found instanceof Map<?, ?> map)) {
      throw refused(name, found, "a part");
    }
    Map<String, Object> inner = new LinkedHashMap<>();
    map.forEach((key, value) -> inner.put(String.valueOf(key), value));
    return new RunState(at, inner, arrays);
  }

  private String under(String name) {
    return path.isEmpty() ? name : path + SEPARATOR + name;
  }

  private List<?> list(String name) {
    if (values.get(name) instanceof List<?> list) {
      return list;
    }
    throw refused(name, values.get(name), "a list");
  }

  private Number number(String name, Object found) {
    if (found instanceof Number number) {
      return number;
    }
    throw refused(name, found, "a number");
  }

  /** JSON has no word for what is not finite; it is a text there. */
  private double asDouble(String name, Object found) {
    if (found instanceof String text) {
      return switch (text) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> throw refused(name, found, "a number");
      };
    }
    return number(name, found).doubleValue();
  }

  private ModelFileException refused(String name, Object found, String expected) {
    return new ModelFileException(
        "The state of the run has %s under `%s`; expected %s."
            .formatted(found == null ? "nothing" : "`" + found + "`", under(name), expected));
  }
}
