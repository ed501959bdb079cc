package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** {@code @Conv2DTranspose}. */
final class TransposedLayer implements Layer {

  @Override
  public String annotation() {
    return "Conv2DTranspose";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(Convolving.FILTERS, Convolving.KERNEL, Window.STRIDE);
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    if (!Axes.PICTURE.require(use)) {
      return Optional.empty();
    }
    Shape in = use.input();
    int filters = use.integer("filters");
    int size = use.integer("kernel");
    int stride = use.integer("stride");
    // Of the kernel's positions only one in stride * stride meets in an output.
    Weight kernel = Weight.kernel(use.kernelStart(), size, size, in.last(), filters).times(stride);
    return Larger.times(use, stride)
        .map(
            larger ->
                Convolving.result(
                    use,
                    Operation.at("Convolutions", "conv2DTranspose", stride),
                    larger.withLast(filters),
                    in.positions() * kernel.shape().size(),
                    kernel));
  }
}
