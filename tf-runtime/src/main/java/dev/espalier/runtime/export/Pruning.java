package dev.espalier.runtime.export;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** A graph of what some operations depend on alone. */
final class Pruning {
  private Pruning() {}

  /**
   * The part of a graph.
   *
   * @param kept names of operations that stay, with all that they depend on
   */
  static GraphDef of(GraphDef whole, Collection<String> kept) {
    Map<String, NodeDef> byName = new HashMap<>();
    whole.getNodeList().forEach(node -> byName.put(node.getName(), node));
    Set<String> needed = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(kept);
    while (!next.isEmpty()) {
      String name = next.pop();
      if (needed.add(name)) {
        byName.get(name).getInputList().forEach(input -> next.push(operation(input)));
      }
    }
    GraphDef.Builder part = whole.toBuilder().clearNode();
    whole.getNodeList().stream()
        .filter(node -> needed.contains(node.getName()))
        .forEach(part::addNode);
    return part.build();
  }

  /** {@code a} of {@code a}, {@code a:1} and, where it only comes before, {@code ^a}. */
  private static String operation(String input) {
    String name = input.startsWith("^") ? input.substring(1) : input;
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }
}
