package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** {@code @Upsample}. */
final class UpsampleLayer implements Layer {

  @Override
  public String annotation() {
    return "Upsample";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(Window.extent("value", "A factor of the size"));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    if (!Axes.EITHER.require(use)) {
      return Optional.empty();
    }
    int factor = use.integer("value");
    String method = use.mark().constant("by").equals("BILINEAR") ? "bilinear" : "nearest";
    return Larger.times(use, factor)
        .flatMap(out -> Result.of(Operation.call("Upsamplings", method, factor), out));
  }
}
