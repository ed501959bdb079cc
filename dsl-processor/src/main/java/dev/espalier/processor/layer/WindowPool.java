package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** One value of each window: {@code @MaxPool}, {@code @AveragePool}. */
record WindowPool(String annotation, String method) implements Layer {

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(Window.extent("value", "The size of a window"), Window.STRIDE);
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    if (!Axes.EITHER.require(use)) {
      return Optional.empty();
    }
    int size = use.integer("value");
    int stride = use.mark().states("stride") ? use.integer("stride") : size;
    Window window = new Window(size, stride, 1, Window.isSame(use));
    Operation operation = Operation.call("WindowPools", method, window.padding(), size, stride);
    return window
        .over(use, use.input().last())
        .flatMap(out -> Result.of(operation.masked(use.input()), out));
  }
}
