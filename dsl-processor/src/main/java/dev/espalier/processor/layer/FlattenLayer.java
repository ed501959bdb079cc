package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import java.util.List;
import java.util.Optional;

/** {@code @Flatten}. */
final class FlattenLayer implements Layer {

  @Override
  public String annotation() {
    return "Flatten";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    Shape in = use.input();
    if (in.size() > Integer.MAX_VALUE) {
      use.shapesDontFit(
          "@Flatten would put more than "
              + Integer.MAX_VALUE
              + " numbers on one axis: "
              + use.inputs().get(0)
              + ".",
          "Pool first.");
      return Optional.empty();
    }
    int size = (int) in.size();
    return in.rank() == 1
        ? Optional.of(new Result(Optional.empty(), in, List.of(), List.of(), 0))
        : Result.of(Operation.call("Reshapes", "reshape", size), Shape.of(size));
  }
}
