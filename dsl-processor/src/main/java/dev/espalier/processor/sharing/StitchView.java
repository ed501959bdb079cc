package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.LearntTable;
import dev.espalier.processor.plan.LearntTable.Row;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.sharing.Trunks.Trunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trunk for each task, which after some layers goes on with a mixture of all of them. */
final class StitchView implements TrunkView {
  private static final String TABLES = "tables";

  private final Trunks trunks;
  private final List<String> after;
  private final Map<String, Trunk> columns = new LinkedHashMap<>();
  private final Map<String, List<Vertex>> stitches = new LinkedHashMap<>();

  /**
   * A view.
   *
   * @param after the layers that are stitched, by their addresses in the trunk
   */
  StitchView(Trunks trunks, List<String> after) {
    this.trunks = trunks;
    this.after = List.copyOf(after);
    for (String task : trunks.tasks()) {
      columns.put(
          task,
          trunks.trunk(
              "trunk-" + task,
              TABLES,
              trunks.in(task, TABLES),
              (layer, value) -> onward(task, layer, value)));
    }
  }

  @Override
  public Optional<Vertex> output(String task) {
    return columns.get(task).output();
  }

  @Override
  public Optional<Vertex> layer(String task, String layer) {
    return columns.get(task).layer(layer);
  }

  /** Layer by layer. */
  @Override
  public List<Vertex> inOrder() {
    return stitches.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public List<LearntTable> learnt() {
    List<String> tasks = trunks.tasks();
    return stitches.keySet().stream()
        .map(
            layer ->
                new LearntTable(
                    "stitches",
                    layer,
                    tasks,
                    tasks.stream()
                        .map(task -> new Row(task, path(task, layer), order(task)))
                        .toList()))
        .toList();
  }

  /** The trunks as a stitch takes them. */
  private List<Integer> order(String task) {
    List<Integer> order = new ArrayList<>(List.of(trunks.tasks().indexOf(task)));
    for (int other = 0; other < trunks.tasks().size(); other++) {
      if (!order.contains(other)) {
        order.add(other);
      }
    }
    return List.copyOf(order);
  }

  private static String path(String task, String layer) {
    return "stitches." + task + "." + layer;
  }

  /** What a trunk goes on with: of a stitched layer its own first, then those of the others. */
  private Optional<Vertex> onward(String task, String layer, Vertex own) {
    if (!after.contains(layer)) {
      return Optional.of(own);
    }
    List<Vertex> inputs = new ArrayList<>(List.of(own));
    for (String other : trunks.tasks()) {
      if (!other.equals(task)) {
        columns.get(other).beforeDetour(layer).ifPresent(inputs::add);
      }
    }
    if (inputs.size() < trunks.tasks().size()) {
      return Optional.empty();
    }
    Vertex stitch = trunks.join(path(task, layer), own.place().address(), new Stitch(), inputs);
    stitches.computeIfAbsent(layer, key -> new ArrayList<>()).add(stitch);
    return Optional.of(stitch);
  }
}
