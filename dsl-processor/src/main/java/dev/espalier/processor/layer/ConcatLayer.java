package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
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
    Shape first = use.input();
    int last = use.inputs().stream().mapToInt(input -> input.shape().last()).sum();
    return Result.of(Operation.call("Merges", "concat"), first.withLast(last));
  }
}
