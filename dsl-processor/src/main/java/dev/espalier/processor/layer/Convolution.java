package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.Collections;
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
    return List.of(
        Range.atLeast("filters", "The number of filters", 1).atMost(Range.MOST_UNITS),
        Window.extent("kernel", "The size of a kernel"),
        Window.STRIDE,
        Window.DILATION);
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    Window window = Window.ofKernel(use, use.integer("dilation"));
    if (!axes.require(use) || !hasGradient(window, use)) {
      return Optional.empty();
    }
    int filters = use.integer("filters");
    return window.over(use, filters).map(out -> result(use, window, out));
  }

  private static boolean hasGradient(Window window, LayerUse use) {
    boolean wrong = window.stride() > 1 && window.dilation() > 1;
    if (wrong) {
      use.wrongGradient(
          use.mark()
              + " has stride "
              + window.stride()
              + " and dilation "
              + window.dilation()
              + ": of both together TensorFlow's gradient is wrong.",
          "Leave one of them at 1; a pool after a dilated convolution makes it smaller, too.");
    }
    return !wrong;
  }

  private Result result(LayerUse use, Window window, Shape out) {
    int in = use.input().last();
    List<Integer> kernel = new ArrayList<>(Collections.nCopies(axes.positions(), window.size()));
    kernel.addAll(List.of(in, out.last()));
    boolean bias = use.mark().states("bias") ? use.mark().flag("bias") : !use.batchNormFollows();
    List<Weight> weights = new ArrayList<>();
    weights.add(
        Weight.kernel(use.kernelStart(), kernel.stream().mapToInt(Integer::intValue).toArray()));
    if (bias) {
      weights.add(Weight.constant("bias", 0, out.last()));
    }
    Operation operation =
        Operation.at(
            "Convolutions",
            bias ? method : method + "WithoutBias",
            window.padding(),
            window.stride(),
            window.dilation());
    return new Result(
        Optional.of(operation.masked(use.input())),
        out,
        weights,
        List.of(),
        out.positions() * weights.get(0).shape().size());
  }
}
