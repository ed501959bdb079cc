package dev.espalier.processor;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be said to the processor on the command line, as {@code -Aespalier.timing=true}. */
enum Option {
  /** Whether a note says how many milliseconds each model took. */
  TIMING("espalier.timing");

  private final String key;

  Option(String key) {
    this.key = key;
  }

  /** All keys. */
  static Set<String> keys() {
    return Arrays.stream(values()).map(option -> option.key).collect(Collectors.toSet());
  }

  /** Whether the option is on. */
  boolean isOn(Map<String, String> options) {
    String value = options.get(key);
    return options.containsKey(key) && (value == null || value.equals("true"));
  }

  /** What is wrong with the option's value; empty when nothing is. */
  String complaint(Map<String, String> options) {
    String value = options.get(key);
    boolean fine = value == null || value.equals("true") || value.equals("false");
    return fine ? "" : "-A" + key + " is true or false; this is \"" + value + "\".";
  }
}
