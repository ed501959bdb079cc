package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.LearntTable;
import dev.espalier.processor.plan.LearntTable.Row;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.sharing.Trunks.Trunk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One trunk, some of whose layers each task sees through a mask of its own. */
final class AttentionView implements TrunkView {
  private final Trunks trunks;
  private final Trunk trunk;
  private final List<String> over;
  private final Map<List<String>, Optional<Vertex>> attended = new LinkedHashMap<>();

  /**
   * A view.
   *
   * @param over the layers that are attended, by their addresses in the trunk
   */
  AttentionView(Trunks trunks, List<String> over) {
    this.trunks = trunks;
    this.trunk = trunks.trunk("trunk", "tables");
    this.over = List.copyOf(over);
  }

  @Override
  public Optional<Vertex> output(String task) {
    return trunks.written().output().flatMap(name -> layer(task, name));
  }

  @Override
  public Optional<Vertex> layer(String task, String layer) {
    String name = trunks.written().canonical(layer);
    return over.contains(name) ? attended(task, name) : trunk.layer(name);
  }

  @Override
  public List<String> unused() {
    return over.stream()
        .filter(layer -> attended.keySet().stream().noneMatch(key -> key.get(1).equals(layer)))
        .toList();
  }

  @Override
  public List<LearntTable> learnt() {
    List<String> columns = inFlow().stream().filter(layer -> !unused().contains(layer)).toList();
    List<Row> rows = new ArrayList<>();
    for (String task : trunks.tasks()) {
      for (String layer : columns) {
        if (attended.containsKey(List.of(task, layer))) {
          rows.add(new Row(task, path(task, layer), List.of(columns.indexOf(layer))));
        }
      }
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(new LearntTable("attention", "attention", columns, rows));
  }

  private static String path(String task, String layer) {
    return "attention." + task + "." + layer;
  }

  private Optional<Vertex> attended(String task, String layer) {
    List<String> key = List.of(task, layer);
    if (!attended.containsKey(key)) {
      attended.put(key, trunk.layer(layer).flatMap(value -> attend(task, layer, value)));
    }
    return attended.get(key);
  }

  private Optional<Vertex> attend(String task, String layer, Vertex value) {
    List<Vertex> seen = new ArrayList<>(List.of(value));
    Optional<String> before = before(layer);
    if (before.isPresent()) {
      Optional<Vertex> already = attended(task, before.get());
      if (already.isEmpty()) {
        return Optional.empty();
      }
      seen.add(already.get());
    }
    String path = path(task, layer);
    Vertex mask = trunks.join(path, path, new AttentionMask(), seen);
    return Optional.of(
        trunks.join(
            "trunk-" + task + "." + layer,
            value.place().address(),
            new Masked(),
            List.of(value, mask)));
  }

  /** The attended layer that comes before another on the way through the trunk. */
  private Optional<String> before(String layer) {
    List<String> inOrder = inFlow();
    int at = inOrder.indexOf(layer);
    return at > 0 ? Optional.of(inOrder.get(at - 1)) : Optional.empty();
  }

  /** The attended layers, each after those that it is made of; else as they are named. */
  private List<String> inFlow() {
    List<String> left = new ArrayList<>(over);
    List<String> inOrder = new ArrayList<>();
    while (!left.isEmpty()) {
      String next =
          left.stream()
              .filter(each -> left.stream().noneMatch(other -> isMadeOf(each, other)))
              .findFirst()
              .orElse(left.get(0));
      left.remove(next);
      inOrder.add(next);
    }
    return inOrder;
  }

  private boolean isMadeOf(String layer, String other) {
    Optional<Vertex> value = trunk.layer(layer);
    Optional<Vertex> part = trunk.layer(other);
    return !layer.equals(other)
        && value.isPresent()
        && part.isPresent()
        && leadsTo(value.get(), part.get(), new HashSet<>());
  }

  private static boolean leadsTo(Vertex from, Vertex to, Set<Vertex> seen) {
    return from.equals(to)
        || seen.add(from) && from.inputs().stream().anyMatch(each -> leadsTo(each, to, seen));
  }
}
