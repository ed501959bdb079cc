package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** {@code @SeparableConv2D}. */
final class SeparableLayer implements Layer {

  @Override
  public String annotation() {
    return "SeparableConv2D";
  }

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
    if (!Axes.PICTURE.require(use)) {
      return Optional.empty();
    }
    int filters = use.integer("filters");
    return Convolving.window(use)
        .flatMap(window -> window.over(use, filters).map(out -> result(use, window, out)));
  }

  private static Result result(LayerUse use, Window window, Shape out) {
    int in = use.input().last();
    // Nothing is bent between the two, so that the first keeps the scale of what flows in.
    Weight each = Weight.random("depthwise", "LECUN_NORMAL", window.size(), window.size(), 1, in);
    Weight across = Weight.kernel(use.kernelStart(), in, out.last());
    long multiplyAdds = out.positions() * (each.shape().size() + across.shape().size());
    return Convolving.result(
        use, Convolving.call("separableConv2D", window), out, multiplyAdds, each, across);
  }
}
