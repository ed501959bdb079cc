package dev.espalier.processor.write;

import dev.espalier.processor.plan.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names of local variables, after the user's names: {@code trunk.wide} is {@code wide}, {@code
 * tasks.click.hidden} is {@code clickHidden}.
 */
final class Locals {
  private final Map<Node, String> names = new HashMap<>();
  private final Set<String> taken;

  Locals(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** The node's name, given on the first call. */
  String of(Node node) {
    return names.computeIfAbsent(node, each -> free(camel(each.path())));
  }

  /** Gives the node a name that it has elsewhere, as a parameter has. */
  String name(Node node, String name) {
    return names.computeIfAbsent(node, each -> free(name));
  }

  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name) || !SourceVersion.isName(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private static String camel(String path) {
    String[] parts = path.split("\\.");
    int start = 0;
    StringBuilder name = new StringBuilder();
    if (parts[0].equals("features") && parts.length == 1) {
      return "in";
    }
    if (parts[0].equals("trunk") || parts[0].equals("tasks") || parts[0].equals("features")) {
      start = 1;
    } else if (parts[0].startsWith("trunk-")) {
      name.append(parts[0].substring("trunk-".length())).append("Trunk");
      start = 1;
    }
    for (int i = start; i < parts.length; i++) {
      boolean first = name.isEmpty();
      name.append(first ? parts[i] : capital(parts[i]));
    }
    return name.toString();
  }

  private static String capital(String part) {
    return Character.toUpperCase(part.charAt(0)) + part.substring(1);
  }
}
