package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import java.util.List;
import java.util.Optional;

/** A layer that takes several values of one shape: {@code @Add}, {@code @Multiply}. */
record Elementwise(String annotation, String method) implements Layer {

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public Inputs inputs() {
    return Inputs.TWO_OR_MORE;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    if (!use.requireEqual()) {
      return Optional.empty();
    }
    List<Shape> shapes = use.inputs().stream().map(LayerUse.Input::shape).toList();
    return Result.of(Operation.call("Merges", method), Shape.together(shapes));
  }
}
