package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import java.util.List;
import java.util.Optional;

/** {@code @PositionalEncoding}. */
final class PositionalEncodingLayer implements Layer {

  @Override
  public String annotation() {
    return "PositionalEncoding";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    if (!use.requireSequence()) {
      return Optional.empty();
    }
    Shape in = use.input();
    if (!use.mark().flag("learnt")) {
      return Result.of(Operation.call("Positions", "positionalEncoding"), in);
    }
    return Optional.of(
        new Result(
            Optional.of(Operation.at("Positions", "learntEncoding")),
            in,
            List.of(Weight.random("positions", "SMALL_UNIFORM", in.dim(0), in.dim(1))),
            List.of(),
            0));
  }
}
