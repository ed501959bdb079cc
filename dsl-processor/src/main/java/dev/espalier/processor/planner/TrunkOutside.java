package dev.espalier.processor.planner;

import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.TaskPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a trunk sees outside: features. */
class TrunkOutside implements Outside {
  private static final String FEATURES = "features";

  private final ExamplePlan example;
  private final FeatureVertices features;
  private final String tables;

  TrunkOutside(ExamplePlan example, FeatureVertices features, String tables) {
    this.example = example;
    this.features = features;
    this.tables = tables;
  }

  @Override
  public List<Meaning> meanings(String name) {
    List<Meaning> meanings = new ArrayList<>();
    if (example.feature(name).isPresent()) {
      meanings.add(new Meaning(FEATURES + "." + name));
    } else if (name.equals(FEATURES)) {
      meanings.add(new Meaning(FEATURES));
    }
    return meanings;
  }

  @Override
  public Found at(String address, Asked asked) {
    if (address.equals(FEATURES)) {
      return Found.of(Optional.of(features.all(tables)));
    }
    return after(FEATURES + ".", address)
        .filter(name -> example.feature(name).isPresent())
        .map(name -> Found.of(Optional.of(features.one(tables, name))))
        .orElse(Found.NOTHING);
  }

  @Override
  public Optional<String> unseenTask(String address) {
    String name = after("tasks.", address).map(rest -> rest.split("\\.", 2)[0]).orElse(address);
    return example.task(name).map(TaskPlan::name);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(FEATURES));
    names.addAll(example.featureNames());
    return names;
  }

  /** The rest of an address that starts so. */
  static Optional<String> after(String start, String address) {
    return address.startsWith(start)
        ? Optional.of(address.substring(start.length()))
        : Optional.empty();
  }
}
