package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** {@code @DepthwiseConv2D}. */
final class DepthwiseLayer implements Layer {

  @Override
  public String annotation() {
    return "DepthwiseConv2D";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Window.extent("multiplier", "The number of filters of a channel"),
        Convolving.KERNEL,
        Window.STRIDE,
        Window.DILATION);
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    if (!Axes.PICTURE.require(use)) {
      return Optional.empty();
    }
    int filters = use.input().last() * use.integer("multiplier");
    return Convolving.window(use)
        .flatMap(
            window ->
                window
                    .over(use, filters)
                    .map(
                        out ->
                            Convolving.result(
                                use,
                                Convolving.call("depthwiseConv2D", window),
                                out,
                                out.size() * window.size() * window.size(),
                                kernel(use, window, filters))));
  }

  private static Weight kernel(LayerUse use, Window window, int filters) {
    return Weight.kernel(use.kernelStart(), window.size(), window.size(), 1, filters);
  }
}
