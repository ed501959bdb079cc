package dev.espalier.processor.write;

import dev.espalier.processor.plan.Applications;
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
  private final int root;

  /**
   * Names of one method.
   *
   * @param taken names that mean something else there
   * @param root the path that names leave out: that of the network whose method it is, with its dot
   */
  Locals(Set<String> taken, String root) {
    this.taken = new HashSet<>(taken);
    this.root = root.length();
  }

  /** The node's name, given on the first call. */
  String of(Node node) {
    return names.computeIfAbsent(
        node, each -> free(named(each.path().substring(Math.min(root, each.path().length())))));
  }

  /** Gives the node a name that it has elsewhere, as a parameter has. */
  String name(Node node, String name) {
    return names.computeIfAbsent(node, each -> free(name));
  }

  /** Whether the node has a name already. */
  boolean has(Node node) {
    return names.containsKey(node);
  }

  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name) || !SourceVersion.isName(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** {@code trunk@click.wide} is {@code clickTrunkWide}, as a trunk of its own would be. */
  private static String named(String path) {
    String weights = Applications.weights(path);
    if (weights.equals(path)) {
      return camel(path);
    }
    String stem = Applications.stem(path).orElseThrow();
    StringBuilder name = new StringBuilder();
    // Of the task's own copy the task's name stands there already.
    append(name, weights.split("\\.", 2)[0].endsWith("-" + stem) ? "" : stem);
    append(name, weights.startsWith("trunk.") ? "trunk" : "");
    append(name, camel(weights));
    return name.toString();
  }

  /**
   * {@code trunk-click.wide} is {@code clickTrunkWide}, {@code trunk-expert-2.wide} is {@code
   * expert2Wide}, {@code features} is {@code in}.
   */
  private static String camel(String path) {
    String[] parts = path.split("\\.");
    String[] copy = parts[0].split("-", 2);
    boolean isFeatures = copy[0].equals("features");
    // A layer of a network may be called so too, and then nothing follows.
    boolean isPart = copy[0].equals("trunk") || copy[0].equals("tasks");
    boolean rooted = isFeatures || isPart && (parts.length > 1 || copy.length == 2);
    StringBuilder name = new StringBuilder();
    if (rooted && copy.length == 2) {
      String[] words = copy[1].split("-");
      for (String word : words) {
        append(name, word);
      }
      append(name, isFeatures || words.length > 1 ? "" : "trunk");
    }
    if (isFeatures && parts.length == 1) {
      append(name, "in");
    }
    for (int i = rooted ? 1 : 0; i < parts.length; i++) {
      append(name, parts[i]);
    }
    return name.toString();
  }

  private static void append(StringBuilder name, String part) {
    if (!part.isEmpty()) {
      name.append(name.isEmpty() ? part : capital(part));
    }
  }

  private static String capital(String part) {
    return Character.toUpperCase(part.charAt(0)) + part.substring(1);
  }
}
