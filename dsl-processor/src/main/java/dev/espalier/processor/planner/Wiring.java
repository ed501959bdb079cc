package dev.espalier.processor.planner;

import dev.espalier.processor.plan.BlockUse;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.HeadSource;
import dev.espalier.processor.plan.Vertex.LogitSource;
import dev.espalier.processor.plan.Vertex.Place;
import dev.espalier.processor.planner.Outside.Asked;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.TrunkView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The wires of one model: names become edges, the sharing scheme its view of the trunk. */
final class Wiring {
  private final Science science;
  private final ExamplePlan example;
  private final Report report;
  private final Usage usage = new Usage();
  private final Stems stems;
  private final Map<String, Scope> towers = new LinkedHashMap<>();
  private final Map<String, Optional<Vertex>> heads = new LinkedHashMap<>();
  private final FeatureVertices features;
  private final int foundBefore;
  private final Set<String> open = new LinkedHashSet<>();

  Wiring(Science science, ExamplePlan example, Report report) {
    this.science = science;
    this.example = example;
    this.report = report;
    this.foundBefore = report.found();
    this.features = new FeatureVertices(example, science.mark().origin());
    this.stems = new Stems(science, example, features, usage, report);
  }

  /**
   * The heads in the order of the tasks; fewer than there are tasks when mistakes were reported.
   */
  List<Vertex> wire() {
    List<Vertex> wired = new ArrayList<>();
    for (TaskPlan task : example.tasks()) {
      head(task, new Asked(task.mark().origin())).ifPresent(wired::add);
    }
    return wired;
  }

  /** Which layers of which networks were used. */
  Usage usage() {
    return usage;
  }

  /** Whether any task takes anything of the trunk. */
  boolean isTrunkUsed() {
    return stems.isTrunkUsed();
  }

  /** What the trunk is to each task. */
  TrunkView view() {
    return stems;
  }

  /** The tasks' own networks before the trunk. */
  Stems stems() {
    return stems;
  }

  /** Whether a mistake was reported since wiring began. */
  boolean isFaulty() {
    return report.found() > foundBefore;
  }

  // ---- Tasks ------------------------------------------------------------------------------------

  /** A task's head; a circle of tasks is reported where it is closed. */
  Optional<Vertex> head(TaskPlan task, Asked asked) {
    if (heads.containsKey(task.name())) {
      return heads.get(task.name());
    }
    if (!open.add(task.name())) {
      List<String> circle = new ArrayList<>(open);
      circle = circle.subList(circle.indexOf(task.name()), circle.size());
      report.add(
          Rule.TASK_CYCLE,
          asked.origin(),
          "Tasks need each other in a circle: "
              + String.join(" needs ", circle)
              + " needs "
              + task.name()
              + ".",
          "Let one of them go without the other.");
      return Optional.empty();
    }
    Optional<Vertex> built = build(task);
    open.remove(task.name());
    heads.put(task.name(), built);
    return built;
  }

  private Optional<Vertex> build(TaskPlan task) {
    List<Vertex> others = new ArrayList<>();
    for (Optional<Mark> mark : List.of(task.given(), task.notAbove())) {
      if (mark.isPresent()) {
        TaskPlan named = example.task(mark.get().text("value")).orElseThrow();
        Optional<Vertex> other = head(named, new Asked(mark.get().origin("value")));
        if (other.isEmpty()) {
          return Optional.empty();
        }
        others.add(other.get());
      }
    }
    Optional<Vertex> top =
        tower(task).map(Scope::output).orElseGet(() -> stems.output(task.name()));
    if (top.isEmpty()) {
      return Optional.empty();
    }
    Vertex logits = new Vertex(place(task, ".logits"), new LogitSource(task), List.of(top.get()));
    List<Vertex> inputs = new ArrayList<>(List.of(logits));
    inputs.addAll(others);
    return Optional.of(new Vertex(place(task, ""), new HeadSource(task), inputs));
  }

  private Place place(TaskPlan task, String part) {
    String path = "tasks." + task.name() + part;
    return new Place(
        path, path, Optional.empty(), List.of(task.component().marks()), task.mark().origin());
  }

  /** The tower of a task, if it has one. */
  Optional<Scope> tower(TaskPlan task) {
    if (towers.containsKey(task.name())) {
      return Optional.of(towers.get(task.name()));
    }
    Optional<Scope> scope =
        science
            .tower(task)
            .map(
                network ->
                    new Scope(
                        network,
                        new Scope.Setting(
                            "tasks." + task.name(),
                            layer -> "tasks." + task.name() + "." + layer,
                            new TowerOutside(example, features, science.trunk(), task, this),
                            () -> stems.output(task.name()),
                            BlockUse.NONE,
                            science.use(
                                task.mark(),
                                "tower",
                                "tasks." + task.name(),
                                () -> stems.output(task.name())),
                            List.of(task.component().marks()),
                            science::block),
                        usage,
                        report));
    scope.ifPresent(made -> towers.put(task.name(), made));
    return scope;
  }
}
