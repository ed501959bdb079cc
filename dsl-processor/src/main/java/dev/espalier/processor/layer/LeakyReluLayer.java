package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** {@code @LeakyRelu}. */
final class LeakyReluLayer implements Layer {

  @Override
  public String annotation() {
    return "LeakyRelu";
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
  public List<Range> ranges() {
    return List.of(Range.atLeast("value", "The slope of a leaky ReLU", 0));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    return Result.of(
        Operation.call("Activations", "leakyRelu", use.mark().number("value")), use.input());
  }
}
