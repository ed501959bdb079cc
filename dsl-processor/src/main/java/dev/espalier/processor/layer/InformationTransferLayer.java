package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import java.util.List;
import java.util.Optional;

/** {@code @InformationTransfer}. */
final class InformationTransferLayer implements Layer {

  @Override
  public String annotation() {
    return "InformationTransfer";
  }

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
    int units = use.input().last();
    List<Weight> weights =
        List.of(
            Weight.random("queryKernel", "GLOROT_UNIFORM", units, units),
            Weight.random("keyKernel", "GLOROT_UNIFORM", units, units),
            Weight.random("valueKernel", "GLOROT_UNIFORM", units, units));
    long each = use.input().positions() * (3L * units * units + 2L * units);
    return Optional.of(
        new Result(
            Optional.of(Operation.at("Transfers", "informationTransfer")),
            Shape.together(shapes),
            weights,
            List.of(),
            shapes.size() * each));
  }
}
