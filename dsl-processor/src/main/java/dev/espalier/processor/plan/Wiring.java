package dev.espalier.processor.plan;

import dev.espalier.processor.plan.Outside.Asked;
import dev.espalier.processor.plan.Vertex.FeatureSource;
import dev.espalier.processor.plan.Vertex.HeadSource;
import dev.espalier.processor.plan.Vertex.LogitSource;
import dev.espalier.processor.plan.Vertex.Place;
import dev.espalier.processor.plan.Vertex.PredictionSource;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.report.Origin;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.TrunkView;
import dev.espalier.processor.sharing.Trunks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The wires of one model: names become edges, the sharing scheme its view of the trunk. */
final class Wiring implements Trunks {
  private final Science science;
  private final ExamplePlan example;
  private final NetworkDeclaration trunk;
  private final Report report;
  private final Usage usage = new Usage();
  private final TrunkView view;
  private final List<Scope> trunks = new ArrayList<>();
  private final Map<String, Scope> towers = new LinkedHashMap<>();
  private final Map<String, Optional<Vertex>> heads = new LinkedHashMap<>();
  private final Map<List<Object>, Vertex> features = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  Wiring(Science science, ExamplePlan example, Report report) {
    this.science = science;
    this.example = example;
    this.trunk = science.trunk();
    this.report = report;
    this.view = science.sharing().view(this);
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
    return trunks.stream().anyMatch(Scope::isUsed);
  }

  // ---- Trunks -----------------------------------------------------------------------------------

  @Override
  public List<String> tasks() {
    return example.taskNames();
  }

  @Override
  public Trunk trunk(String path, String tables) {
    Scope scope =
        new Scope(
            trunk,
            new Scope.Setting(
                path,
                "trunk",
                new FeatureNames(tables),
                () -> Optional.of(all(tables)),
                BlockUse.NONE,
                List.of(trunk.modifiers()),
                this::block),
            usage,
            report);
    trunks.add(scope);
    return new Trunk() {
      @Override
      public Optional<Vertex> output() {
        return scope.output();
      }

      @Override
      public Optional<Vertex> layer(String name) {
        return scope.at(name);
      }
    };
  }

  private Optional<NetworkDeclaration> block(Mark block) {
    return science.networks().of(block, "network");
  }

  // ---- Tasks ------------------------------------------------------------------------------------

  private Optional<Vertex> head(TaskPlan task, Asked asked) {
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
    Optional<Vertex> condition = Optional.empty();
    if (task.given().isPresent()) {
      TaskPlan given = example.task(task.given().get().text("value")).orElseThrow();
      condition = head(given, new Asked(task.given().get().origin("value")));
      if (condition.isEmpty()) {
        return Optional.empty();
      }
    }
    Optional<Vertex> top = tower(task).map(Scope::output).orElseGet(() -> view.output(task.name()));
    if (top.isEmpty()) {
      return Optional.empty();
    }
    Vertex logits = new Vertex(place(task, ".logits"), new LogitSource(task), List.of(top.get()));
    List<Vertex> inputs = new ArrayList<>(List.of(logits));
    condition.ifPresent(inputs::add);
    return Optional.of(new Vertex(place(task, ""), new HeadSource(task), inputs));
  }

  private Place place(TaskPlan task, String part) {
    String path = "tasks." + task.name() + part;
    return new Place(
        path, path, Optional.empty(), List.of(task.component().marks()), task.mark().origin());
  }

  private Optional<Scope> tower(TaskPlan task) {
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
                            "tasks." + task.name(),
                            new TowerNames(task),
                            () -> view.output(task.name()),
                            BlockUse.NONE,
                            List.of(task.component().marks()),
                            this::block),
                        usage,
                        report));
    scope.ifPresent(made -> towers.put(task.name(), made));
    return scope;
  }

  // ---- Features ---------------------------------------------------------------------------------

  private Vertex all(String tables) {
    return features(tables, example.entering());
  }

  private Vertex features(String tables, List<String> names) {
    return features.computeIfAbsent(
        List.of(tables, names),
        key -> {
          String part = names.size() == 1 ? "." + names.get(0) : "";
          Place place =
              new Place(
                  tables.replace("tables", "features") + part,
                  "features" + part,
                  Optional.empty(),
                  List.of(),
                  Origin.of(example.declaration().type()));
          return new Vertex(place, new FeatureSource(tables, names), List.of());
        });
  }

  // ---- Names ------------------------------------------------------------------------------------

  /** What a trunk sees outside: features. */
  private class FeatureNames implements Outside {
    private final String tables;

    FeatureNames(String tables) {
      this.tables = tables;
    }

    @Override
    public List<Meaning> meanings(String name) {
      List<Meaning> meanings = new ArrayList<>();
      if (example.feature(name).isPresent()) {
        meanings.add(new Meaning("features." + name));
      } else if (name.equals("features")) {
        meanings.add(new Meaning("features"));
      }
      return meanings;
    }

    @Override
    public Found at(String address, Asked asked) {
      if (address.equals("features")) {
        return Found.of(Optional.of(all(tables)));
      }
      return after("features.", address)
          .filter(name -> example.feature(name).isPresent())
          .map(name -> Found.of(Optional.of(features(tables, List.of(name)))))
          .orElse(Found.NOTHING);
    }

    @Override
    public List<String> names() {
      List<String> names = new ArrayList<>(List.of("features"));
      names.addAll(example.featureNames());
      return names;
    }
  }

  /** What a tower sees outside: features, the trunk's layers as its task sees them, other tasks. */
  private final class TowerNames extends FeatureNames {
    private final TaskPlan task;

    TowerNames(TaskPlan task) {
      super(view.tables(task.name()));
      this.task = task;
    }

    @Override
    public List<Meaning> meanings(String name) {
      List<Meaning> meanings = super.meanings(name);
      if (trunk.layer(name).isPresent()) {
        meanings.add(new Meaning("trunk." + name));
      }
      if (example.task(name).isPresent() && !name.equals(task.name())) {
        meanings.add(new Meaning("tasks." + name));
      }
      return meanings;
    }

    @Override
    public Found at(String address, Asked asked) {
      if (address.equals("trunk")) {
        return Found.of(view.output(task.name()));
      }
      Optional<String> layer = after("trunk.", address);
      if (layer.isPresent()) {
        boolean known = trunk.layer(layer.get().split("\\.")[0]).isPresent();
        return known ? Found.of(view.layer(task.name(), layer.get())) : Found.NOTHING;
      }
      Optional<String> other = after("tasks.", address);
      return other.isPresent() ? ofTask(other.get(), asked) : super.at(address, asked);
    }

    private Found ofTask(String address, Asked asked) {
      String[] parts = address.split("\\.", 2);
      Optional<TaskPlan> named = example.task(parts[0]);
      if (named.isEmpty()) {
        return Found.NOTHING;
      }
      Optional<Vertex> head = head(named.get(), asked);
      if (parts.length == 1) {
        return Found.of(head.map(value -> prediction(named.get(), value, asked)));
      }
      if (parts[1].equals("logits")) {
        return Found.of(head.map(value -> value.inputs().get(0)));
      }
      return tower(named.get())
          .filter(tower -> tower.has(parts[1]))
          .map(tower -> Found.of(tower.at(parts[1])))
          .orElse(Found.NOTHING);
    }

    private Vertex prediction(TaskPlan other, Vertex head, Asked asked) {
      String path = "tasks." + other.name();
      Place place = new Place(path, path, Optional.empty(), List.of(), asked.origin());
      return new Vertex(place, new PredictionSource(other.name()), List.of(head));
    }

    @Override
    public List<String> names() {
      List<String> names = new ArrayList<>(super.names());
      trunk.layers().forEach(layer -> names.add(layer.name()));
      example.taskNames().stream().filter(name -> !name.equals(task.name())).forEach(names::add);
      return names;
    }
  }

  private static Optional<String> after(String start, String address) {
    return address.startsWith(start)
        ? Optional.of(address.substring(start.length()))
        : Optional.empty();
  }
}
