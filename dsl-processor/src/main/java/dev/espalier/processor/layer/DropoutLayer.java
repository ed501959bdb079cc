package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** {@code @Dropout}. */
final class DropoutLayer implements Layer {

  @Override
  public String annotation() {
    return "Dropout";
  }

  @Override
  public Role role() {
    return Role.DROPOUT;
  }

  @Override
  public List<Range> ranges() {
    return List.of(Range.share("value", "A dropout rate"));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    return Result.of(Operation.at("Dropouts", "dropout", use.mark().number("value")), use.input());
  }
}
