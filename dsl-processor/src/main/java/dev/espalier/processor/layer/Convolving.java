package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all convolutions have in common: their settings, a bias or none, which gradient is right.
 */
final class Convolving {
  static final Range FILTERS =
      Range.atLeast("filters", "The number of filters", 1).atMost(Range.MOST_UNITS);
  static final Range KERNEL = Window.extent("kernel", "The size of a kernel");

  private Convolving() {}

  /**
   * The window of a layer with a dilation; empty, and reported, where TensorFlow can't train it.
   */
  static Optional<Window> window(LayerUse use) {
    Window window = Window.ofKernel(use, use.integer("dilation"));
    if (window.stride() == 1 || window.dilation() == 1) {
      return Optional.of(window);
    }
    use.wrongGradient(
        use.mark()
            + " has stride "
            + window.stride()
            + " and dilation "
            + window.dilation()
            + ": of both together TensorFlow's gradient is wrong.",
        "Leave one of them at 1; a pool after a dilated convolution makes it smaller, too.");
    return Optional.empty();
  }

  /** Whether there is a bias: unless said, there is none where a batch norm takes it off again. */
  static boolean hasBias(LayerUse use) {
    return use.mark().states("bias") ? use.mark().flag("bias") : !use.batchNormFollows();
  }

  /** The layer with these kernels, and a bias where it has one. */
  static Layer.Result result(
      LayerUse use, Operation operation, Shape out, long multiplyAdds, Weight... kernels) {
    List<Weight> weights = new ArrayList<>(List.of(kernels));
    boolean bias = hasBias(use);
    if (bias) {
      weights.add(Weight.constant("bias", 0, out.last()));
    }
    Operation call = bias ? operation : operation.withMethod(operation.method() + "WithoutBias");
    return new Layer.Result(Optional.of(call), out, weights, List.of(), multiplyAdds);
  }

  /** A call of the runtime with a window's settings. */
  static Operation call(String method, Window window) {
    return Operation.at(
        "Convolutions", method, window.padding(), window.stride(), window.dilation());
  }
}
