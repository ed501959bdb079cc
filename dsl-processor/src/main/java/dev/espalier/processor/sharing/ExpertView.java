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
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Experts level by level, and what gates make of them: those that all tasks share, and those that
 * each task has for itself, if any.
 */
final class ExpertView implements TrunkView {
  private static final String TABLES = "tables";

  private final Trunks trunks;
  private final TrunkLevels written;
  private final int shared;
  private final int own;
  private final Map<Group, List<Trunk>> experts = new LinkedHashMap<>();
  private final Map<Group, Optional<Vertex>> gates = new LinkedHashMap<>();
  private final Map<List<Object>, Optional<Vertex>> stacks = new LinkedHashMap<>();
  private final Map<List<Object>, Optional<Vertex>> mixtures = new LinkedHashMap<>();

  /**
   * Who experts of a level are for.
   *
   * @param level from 0
   * @param task empty for all
   */
  private record Group(int level, Optional<String> task) {}

  /**
   * A view.
   *
   * @param shared how many experts all tasks share at each level
   * @param own how many each task has for itself at each level
   */
  ExpertView(Trunks trunks, int shared, int own) {
    this.trunks = trunks;
    this.written = trunks.written();
    this.shared = shared;
    this.own = own;
  }

  @Override
  public Optional<Vertex> output(String task) {
    return output(new Group(written.count() - 1, Optional.of(task)));
  }

  @Override
  public Optional<Vertex> layer(String task, String layer) {
    return written
        .find(layer)
        .flatMap(place -> mixture(new Group(place.level(), Optional.of(task)), place.name()));
  }

  /** Level by level, where there are several; else the experts before the tasks. */
  @Override
  public List<Vertex> inOrder() {
    Map<List<Object>, Optional<Vertex>> made = written.count() > 1 ? mixtures : stacks;
    List<Vertex> inOrder = new ArrayList<>();
    for (int level = 0; level < written.count(); level++) {
      for (Map.Entry<List<Object>, Optional<Vertex>> each : made.entrySet()) {
        if (((Group) each.getKey().get(0)).level() == level) {
          each.getValue().ifPresent(inOrder::add);
        }
      }
    }
    return inOrder;
  }

  /** A table of gates for each level. */
  @Override
  public List<LearntTable> learnt() {
    List<LearntTable> tables = new ArrayList<>();
    for (int level = 0; level < written.count(); level++) {
      Group all = new Group(level, Optional.empty());
      List<Group> groups = new ArrayList<>();
      trunks.tasks().forEach(task -> groups.add(new Group(all.level(), Optional.of(task))));
      groups.add(all);
      List<Trunk> columns = mixed(all);
      List<Row> rows =
          groups.stream()
              .filter(gates::containsKey)
              .map(
                  group ->
                      new Row(
                          group.task().orElse("shared"),
                          path("gates", ".", group),
                          mixed(group).stream().map(columns::indexOf).toList()))
              .toList();
      String name = written.count() > 1 ? "level " + (level + 1) : "gates";
      if (!rows.isEmpty()) {
        tables.add(new LearntTable("gates", name, columns(), rows));
      }
    }
    return tables;
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (String task : trunks.tasks()) {
      IntStream.rangeClosed(1, own).forEach(i -> columns.add(task + " " + i));
    }
    String name = own == 0 ? "expert " : "shared ";
    IntStream.rangeClosed(1, shared).forEach(i -> columns.add(name + i));
    return columns;
  }

  private Optional<Vertex> output(Group group) {
    return written.output(group.level()).flatMap(name -> mixture(group, name));
  }

  /** A layer of a level as a task sees it, or the shared gate. */
  private Optional<Vertex> mixture(Group group, String layer) {
    List<Object> key = List.of(group, layer);
    if (!mixtures.containsKey(key)) {
      Optional<Vertex> stack = stack(group, layer);
      mixtures.put(
          key,
          stack.flatMap(
              values ->
                  gate(group)
                      .map(
                          gate ->
                              trunks.join(
                                  path("trunk", "-", group) + "." + layer,
                                  values.place().address(),
                                  new Mixture(),
                                  List.of(values, gate)))));
    }
    return mixtures.get(key);
  }

  /** A layer of all experts that a gate mixes; all tasks have the same where none has its own. */
  private Optional<Vertex> stack(Group group, String layer) {
    Group whose = own == 0 ? new Group(group.level(), Optional.empty()) : group;
    List<Object> key = List.of(whose, layer);
    if (!stacks.containsKey(key)) {
      List<Trunk> mixed = mixed(whose);
      List<Vertex> values = mixed.stream().flatMap(expert -> expert.layer(layer).stream()).toList();
      String address = written.address(new TrunkLevels.Layer(group.level(), layer));
      stacks.put(
          key,
          values.size() < mixed.size()
              ? Optional.empty()
              : Optional.of(
                  trunks.join(
                      path("experts", ".", whose) + "." + layer,
                      address,
                      new ExpertStack(),
                      values)));
    }
    return stacks.get(key);
  }

  private Optional<Vertex> gate(Group group) {
    if (!gates.containsKey(group)) {
      String path = path("gates", ".", group);
      int count = mixed(group).size();
      List<Vertex> in = selector(group);
      gates.put(
          group,
          in.isEmpty()
              ? Optional.empty()
              : Optional.of(trunks.join(path, path, new Gate(count), in)));
    }
    return gates.get(group);
  }

  /** What a gate looks at: what flows into the experts. */
  private List<Vertex> selector(Group group) {
    return group.level() == 0
        ? trunks.summary(group.task().orElse(trunks.tasks().get(0)), TABLES)
        : output(new Group(group.level() - 1, group.task())).stream().toList();
  }

  /** The experts that a gate mixes: a task's own, then the shared ones; the shared gate all. */
  private List<Trunk> mixed(Group group) {
    List<Trunk> mixed = new ArrayList<>();
    List<String> tasks = group.task().map(List::of).orElse(trunks.tasks());
    tasks.forEach(task -> mixed.addAll(experts(new Group(group.level(), Optional.of(task)))));
    mixed.addAll(experts(new Group(group.level(), Optional.empty())));
    return mixed;
  }

  private List<Trunk> experts(Group group) {
    return experts.computeIfAbsent(group, this::make);
  }

  private List<Trunk> make(Group group) {
    String task = group.task().orElse(trunks.tasks().get(0));
    Supplier<Optional<Vertex>> in =
        group.level() == 0
            ? trunks.in(task, TABLES)
            : () -> output(new Group(group.level() - 1, group.task()));
    List<Trunk> made = new ArrayList<>();
    for (int i = 1; i <= (group.task().isPresent() ? own : shared); i++) {
      made.add(trunks.level(group.level(), path("trunk", "-", group) + "-expert-" + i, TABLES, in));
    }
    return made;
  }

  /**
   * {@code trunk-click-level2}: without a task what is shared, without a level where there is one.
   */
  private String path(String root, String separator, Group group) {
    return root
        + group.task().map(task -> separator + task).orElse("")
        + (written.count() > 1 ? separator + "level" + (group.level() + 1) : "");
  }
}
