package dev.espalier.processor.planner;

import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.Modifiers;
import dev.espalier.processor.plan.TaskPlan;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.Place;
import dev.espalier.processor.plan.Vertex.PredictionSource;
import dev.espalier.processor.sharing.TrunkLevels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a tower sees outside: features, the trunk's layers as its task sees them, other tasks. */
final class TowerOutside extends TrunkOutside {
  private final ExamplePlan example;
  private final TrunkLevels trunk;
  private final TaskPlan task;
  private final Wiring wiring;

  TowerOutside(
      ExamplePlan example,
      FeatureVertices features,
      TrunkLevels trunk,
      TaskPlan task,
      Wiring wiring) {
    super(example, features, wiring.view().tables(task.name()));
    this.example = example;
    this.trunk = trunk;
    this.task = task;
    this.wiring = wiring;
  }

  @Override
  public List<Meaning> meanings(String name) {
    List<Meaning> meanings = super.meanings(name);
    trunk.addresses(name).forEach(address -> meanings.add(new Meaning(address)));
    if (example.task(name).isPresent() && !name.equals(task.name())) {
      meanings.add(new Meaning("tasks." + name));
    }
    return meanings;
  }

  /** Its own task alone; of that task's tower its own layers only. */
  @Override
  public Optional<String> unseenTask(String address) {
    String own = "tasks." + task.name();
    return Optional.of(task.name())
        .filter(name -> Set.of(name, own, own + ".logits").contains(address));
  }

  @Override
  public Found at(String address, Asked asked) {
    if (address.equals("trunk")) {
      return Found.of(wiring.view().output(task.name()));
    }
    Optional<String> layer = after("trunk.", address);
    if (layer.isPresent()) {
      return ofTrunk(layer.get());
    }
    Optional<String> other = after("tasks.", address);
    return other.isPresent() ? ofTask(other.get(), asked) : super.at(address, asked);
  }

  private Found ofTrunk(String layer) {
    return trunk.find(layer).isPresent()
        ? found(wiring.view().layer(task.name(), layer))
        : Found.NOTHING;
  }

  private Found ofTask(String address, Asked asked) {
    String[] parts = address.split("\\.", 2);
    Optional<TaskPlan> named = example.task(parts[0]);
    Optional<Scope> stem = named.flatMap(wiring.stems()::of);
    if (stem.isPresent() && parts.length == 2 && Modifiers.covers("stem", parts[1])) {
      return parts[1].equals("stem")
          ? Found.of(stem.get().output())
          : found(stem.get().at(parts[1].substring("stem.".length())));
    }
    if (named.isEmpty() || parts[0].equals(task.name())) {
      return Found.NOTHING;
    }
    Optional<Vertex> head = wiring.head(named.get(), asked);
    if (parts.length == 1) {
      return Found.of(head.map(value -> prediction(named.get(), value, asked)));
    }
    if (parts[1].equals("logits")) {
      return Found.of(head.map(value -> value.inputs().get(0)));
    }
    return found(wiring.tower(named.get()).flatMap(tower -> tower.at(parts[1])));
  }

  /** What isn't there, and in which no mistake has been reported, is unknown. */
  private Found found(Optional<Vertex> value) {
    return value.isPresent() || wiring.isFaulty() ? Found.of(value) : Found.NOTHING;
  }

  private static Vertex prediction(TaskPlan other, Vertex head, Asked asked) {
    String path = "tasks." + other.name();
    Place place = new Place(path, path, Optional.empty(), List.of(), asked.origin());
    return new Vertex(place, new PredictionSource(other.name()), List.of(head));
  }

  /** Layers of other tasks' towers have no names here, and addresses. */
  @Override
  public List<String> addresses() {
    List<String> addresses = new ArrayList<>(super.addresses());
    example.tasks().stream()
        .filter(other -> !other.name().equals(task.name()))
        .forEach(
            other ->
                wiring
                    .tower(other)
                    .ifPresent(
                        tower ->
                            tower
                                .layerNames()
                                .forEach(
                                    layer ->
                                        addresses.add("tasks." + other.name() + "." + layer))));
    return addresses;
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(super.names());
    names.addAll(trunk.names());
    example.taskNames().stream().filter(name -> !name.equals(task.name())).forEach(names::add);
    return names;
  }
}
