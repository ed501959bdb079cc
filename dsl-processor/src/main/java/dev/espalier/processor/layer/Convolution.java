package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code @Conv1D}, {@code @Conv2D}. */
record Convolution(String annotation, String method, Axes axes) implements Layer {

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(Convolving.FILTERS, Convolving.KERNEL, Window.STRIDE, Window.DILATION);
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    if (!axes.require(use)) {
      return Optional.empty();
    }
    int filters = use.integer("filters");
    return Convolving.window(use)
        .flatMap(window -> window.over(use, filters).map(out -> result(use, window, out)));
  }

  private Result result(LayerUse use, Window window, Shape out) {
    int[] shape = new int[axes.positions() + 2];
    Arrays.fill(shape, 0, axes.positions(), window.size());
    shape[axes.positions()] = use.input().last();
    shape[axes.positions() + 1] = out.last();
    Weight kernel = Weight.kernel(use.kernelStart(), shape);
    Operation operation = Convolving.call(method, window).masked(use.input());
    long multiplyAdds = out.positions() * kernel.shape().size();
    return Convolving.result(use, operation, out, multiplyAdds, kernel);
  }
}
