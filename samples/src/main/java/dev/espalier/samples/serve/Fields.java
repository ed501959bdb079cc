package dev.espalier.samples.serve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The fields of one row; each is read once, and none may be left over. */
final class Fields {
  private final String row;
  private final Map<?, ?> values;
  private final Set<String> read = new HashSet<>();

  /** The fields of a row, whose name stands in messages. */
  Fields(String row, Map<?, ?> values) {
    this.row = row;
    this.values = values;
  }

  /** A whole number. */
  int integer(String name) throws Refusal {
    Object value = value(name);
    if (value instanceof Integer number) {
      return number;
    }
    throw refused(name, value, "a whole number of 32 bits");
  }

  /** A number. */
  float number(String name) throws Refusal {
    Object value = value(name);
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Double
        || value instanceof BigInteger
        || value instanceof BigDecimal) {
      float number = ((Number) value).floatValue();
      if (Float.isFinite(number)) {
        return number;
      }
    }
    throw refused(name, value, "a number of single precision");
  }

  /** A text; null where it is missing. */
  String text(String name) throws Refusal {
    Object value = value(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw refused(name, value, "a text, or null for a missing one");
  }

  private Object value(String name) throws Refusal {
    read.add(name);
    if (!values.containsKey(name)) {
      throw Refusal.wrong("%s has no field `%s`.".formatted(row, name));
    }
    return values.get(name);
  }

  private Refusal refused(String name, Object value, String expected) {
    String found = String.valueOf(value);
    String shown = found.length() > 40 ? found.substring(0, 40) + "..." : found;
    return Refusal.wrong(
        "%s, field `%s`: found %s, expected %s.".formatted(row, name, shown, expected));
  }

  /** Refuses fields that nobody has read. */
  void requireNoOthers() throws Refusal {
    Set<String> others = new TreeSet<>();
    values.keySet().forEach(name -> others.add(String.valueOf(name)));
    others.removeAll(read);
    if (!others.isEmpty()) {
      String first = others.iterator().next();
      throw Refusal.wrong(
          "%s has a field `%s`, which is no feature; there are %s."
              .formatted(
                  row,
                  first.length() > 40 ? first.substring(0, 40) + "..." : first,
                  new TreeSet<>(read)));
    }
  }
}
