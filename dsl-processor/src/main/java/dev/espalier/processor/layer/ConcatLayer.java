package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import java.util.List;
import java.util.Optional;

/** {@code @Concat}. */
final class ConcatLayer implements Layer {

  @Override
  public String annotation() {
    return "Concat";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public Inputs inputs() {
    return Inputs.SEVERAL;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    List<Shape> shapes = use.inputs().stream().map(LayerUse.Input::shape).toList();
    return use.requireJoinable("@Concat")
        ? Result.of(Operation.call("Merges", "concat"), Shape.joined(shapes))
        : Optional.empty();
  }
}
