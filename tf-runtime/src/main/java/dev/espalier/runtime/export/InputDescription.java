package dev.espalier.runtime.export;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client has to know of an input, beside its name, type and shape.
 *
 * @param holds what the values are
 * @param markers values that mean something of their own, by what they mean
 */
record InputDescription(String holds, Map<String, Object> markers) {

  static InputDescription of(String holds) {
    return new InputDescription(holds, Map.of());
  }

  /** The same with a value that means something of its own. */
  InputDescription with(String meaning, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(markers);
    more.put(meaning, value);
    return new InputDescription(holds, more);
  }
}
