package dev.espalier.processor.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of a generated class's constants, given as they are first asked for, each once. */
final class ConstantNames {
  private final Map<Object, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * The name of the constant that stands for something.
   *
   * @param key what it stands for
   * @param wanted what it is called in Java: {@code maritalStatus} gives MARITAL_STATUS
   * @param suffix what follows
   */
  String of(Object key, String wanted, String suffix) {
    return names.computeIfAbsent(key, it -> free(upper(wanted) + suffix));
  }

  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private static String upper(String name) {
    return name.replace('.', '_')
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }
}
