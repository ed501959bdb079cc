package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.sharing.TrunkLevels;
import dev.espalier.processor.sharing.Trunks.Trunk;
import java.util.List;
import java.util.Optional;

/** Levels of a trunk one after the other, where a scheme wants them as one. */
record TrunkChain(TrunkLevels levels, List<Trunk> chain) implements Trunk {

  @Override
  public Optional<Vertex> output() {
    return chain.get(chain.size() - 1).output();
  }

  @Override
  public Optional<Vertex> layer(String name) {
    return levels.find(name).flatMap(place -> chain.get(place.level()).layer(place.name()));
  }

  @Override
  public Optional<Vertex> beforeDetour(String name) {
    return levels.find(name).flatMap(place -> chain.get(place.level()).beforeDetour(place.name()));
  }
}
