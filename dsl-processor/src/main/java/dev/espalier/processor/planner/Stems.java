package dev.espalier.processor.planner;

import dev.espalier.processor.plan.BlockUse;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.LearntTable;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.planner.TrunkWiring.Stem;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.sharing.TrunkView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The trunk behind stems: what a sharing scheme makes of it, once for each of them from the same
 * weights. A task sees what is made behind its own; all tasks without a stem see what is made of
 * all features.
 */
final class Stems implements TrunkView {
  private final Science science;
  private final ExamplePlan example;
  private final FeatureVertices features;
  private final Usage usage;
  private final Report report;
  private final Map<String, Scope> stems = new LinkedHashMap<>();
  private final Map<String, Behind> made = new LinkedHashMap<>();

  /** What is made behind a stem. */
  private record Behind(TrunkWiring trunks, TrunkView view) {}

  Stems(
      Science science, ExamplePlan example, FeatureVertices features, Usage usage, Report report) {
    this.science = science;
    this.example = example;
    this.features = features;
    this.usage = usage;
    this.report = report;
  }

  // ---- Stems ------------------------------------------------------------------------------------

  /** The stem of a task, if it has one. */
  Optional<Scope> of(TaskPlan task) {
    if (!stems.containsKey(task.name())) {
      stem(task).ifPresent(scope -> stems.put(task.name(), scope));
    }
    return Optional.ofNullable(stems.get(task.name()));
  }

  private Optional<Scope> stem(TaskPlan task) {
    String path = "tasks." + task.name() + ".stem";
    String tables = tables(task.name());
    FeatureVertices own = features.behind(task.name());
    Supplier<Optional<Vertex>> in = () -> Optional.of(own.all(tables));
    return science
        .stem(task)
        .map(
            network ->
                new Scope(
                    network,
                    new Scope.Setting(
                        path,
                        layer -> path + "." + layer,
                        new TrunkOutside(example, own, tables),
                        in,
                        BlockUse.NONE,
                        science.use(task.mark(), "stem", path, in),
                        List.of(task.component().marks()),
                        science::block),
                    usage,
                    report));
  }

  /** The tasks whose stems nothing takes. */
  List<TaskPlan> idle() {
    return example.tasks().stream()
        .filter(task -> of(task).filter(scope -> !scope.isUsed()).isPresent())
        .toList();
  }

  /** What flows into each trunk that stands behind several stems: what has to have one shape. */
  Collection<List<StemShapes.Entry>> meetings() {
    Map<String, List<StemShapes.Entry>> byWeights = new LinkedHashMap<>();
    made.forEach(
        (stem, behind) ->
            behind
                .trunks()
                .entrances()
                .forEach(
                    (weights, scope) ->
                        scope
                            .in()
                            .ifPresent(
                                in ->
                                    byWeights
                                        .computeIfAbsent(weights, key -> new ArrayList<>())
                                        .add(new StemShapes.Entry(example.task(stem), in)))));
    return byWeights.values();
  }

  // ---- The trunk behind them --------------------------------------------------------------------

  /** Whether any task takes anything of the trunk. */
  boolean isTrunkUsed() {
    return made.values().stream().anyMatch(behind -> behind.trunks().isUsed());
  }

  private TrunkView behind(String task) {
    TaskPlan plan = example.task(task).orElseThrow();
    String stem = science.stem(plan).isPresent() ? task : "";
    if (!made.containsKey(stem)) {
      TrunkWiring trunks =
          new TrunkWiring(
              science,
              example,
              stem.isEmpty()
                  ? Stem.NONE
                  : new Stem(stem, Optional.of(() -> of(plan).flatMap(Scope::output))),
              features,
              usage,
              report);
      made.put(stem, new Behind(trunks, science.sharing().view(science.mark(), trunks)));
    }
    return made.get(stem).view();
  }

  @Override
  public Optional<Vertex> output(String task) {
    return behind(task).output(task);
  }

  @Override
  public Optional<Vertex> layer(String task, String layer) {
    return behind(task).layer(task, layer);
  }

  @Override
  public String tables(String task) {
    return behind(task).tables(task);
  }

  @Override
  public List<Vertex> inOrder() {
    return made.values().stream().flatMap(behind -> behind.view().inOrder().stream()).toList();
  }

  @Override
  public List<String> unused() {
    List<List<String>> unused =
        made.values().stream().map(behind -> behind.view().unused()).toList();
    return unused.get(0).stream()
        .filter(layer -> unused.stream().allMatch(each -> each.contains(layer)))
        .toList();
  }

  @Override
  public List<LearntTable> learnt() {
    List<LearntTable> tables = new ArrayList<>();
    made.forEach(
        (stem, behind) ->
            behind
                .view()
                .learnt()
                .forEach(table -> LearntTables.add(tables, table, stem, behind.trunks()::hasMade)));
    return tables;
  }
}
