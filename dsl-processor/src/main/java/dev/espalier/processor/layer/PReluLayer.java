package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Weight;
import java.util.List;
import java.util.Optional;

/** {@code @PRelu}. */
final class PReluLayer implements Layer {
  private static final double START = 0.25;

  @Override
  public String annotation() {
    return "PRelu";
  }

  @Override
  public Role role() {
    return Role.ACTIVATION;
  }

  @Override
  public boolean isReluLike() {
    return true;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    return Optional.of(
        new Result(
            Optional.of(Operation.at("Activations", "pRelu")),
            use.input(),
            List.of(Weight.constant("slope", START, use.input().last())),
            List.of(),
            0));
  }
}
