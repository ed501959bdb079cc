package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import java.util.Optional;

/** One value a unit of all positions: {@code @GlobalAveragePool}, {@code @GlobalMaxPool}. */
record GlobalPool(String annotation, String method) implements Layer {

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    Shape in = use.input();
    if (in.rank() < 2) {
      use.wrongRank(
          "@"
              + annotation
              + " takes several positions, such as [length, units] or [height, width, units]: "
              + use.inputs().get(0)
              + ".",
          "Leave it out: there is nothing to pool.");
      return Optional.empty();
    }
    return Result.of(Operation.call("GlobalPools", method).masked(in), Shape.of(in.last()));
  }
}
