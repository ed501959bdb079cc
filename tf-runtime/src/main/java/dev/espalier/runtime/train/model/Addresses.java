package dev.espalier.runtime.train.model;

import dev.espalier.runtime.EspalierException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of parts of a model, such as {@code trunk.wide}. */
public final class Addresses {
  private static final int SHOWN = 8;

  private Addresses() {}

  /** Whether an address is a part or stands for what lies in it. */
  static boolean covers(String address, String part) {
    return part.equals(address) || part.startsWith(address + ".");
  }

  /** What the innermost of some addresses that cover a part is told. */
  public static <V> Optional<V> innermost(Map<String, V> byAddress, String part) {
    return innermostOf(byAddress.keySet(), part).map(byAddress::get);
  }

  /** The innermost of some addresses that cover a part. */
  static Optional<String> innermostOf(Set<String> addresses, String part) {
    return addresses.stream()
        .filter(address -> covers(address, part))
        .max(Comparator.comparingInt(String::length));
  }

  /**
   * Checks that each address stands for something.
   *
   * @param option who named them, for the message
   * @param parts all parts there are
   */
  static void requireKnown(String option, List<String> addresses, Collection<String> parts) {
    for (String address : addresses) {
      if (parts.stream().noneMatch(part -> covers(address, part))) {
        throw unknown(option, address, parts.stream().flatMap(Addresses::around).toList());
      }
    }
  }

  /** The error of an address that stands for nothing, with those that are nearest. */
  static EspalierException unknown(String option, String address, Collection<String> parts) {
    String near =
        parts.stream()
            .distinct()
            .sorted(Comparator.comparingInt(part -> distance(address, part)))
            .limit(SHOWN)
            .map(part -> "`" + part + "`")
            .collect(Collectors.joining(", "));
    return new EspalierException(
        "There is no `%s`, which %s names. %s"
            .formatted(
                address,
                option,
                near.isEmpty() ? "The model has none." : "Nearest: " + near + "."));
  }

  /** A part and everything it lies in: {@code trunk.wide} and {@code trunk}. */
  private static Stream<String> around(String part) {
    return Stream.iterate(
        part,
        address -> !address.isEmpty(),
        address -> address.substring(0, Math.max(0, address.lastIndexOf('.'))));
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] =
            Math.min(previous[j - 1] + change, Math.min(previous[j] + 1, current[j - 1] + 1));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
