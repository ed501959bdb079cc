package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code @Permute}. */
final class PermuteLayer implements Layer {

  @Override
  public String annotation() {
    return "Permute";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    Shape in = use.input();
    List<Integer> order = use.mark().integers("value");
    List<Integer> axes = IntStream.rangeClosed(1, in.rank()).boxed().toList();
    if (!order.stream().sorted().toList().equals(axes)) {
      use.wrongRank(
          "@Permute("
              + order.toString().replace('[', '{').replace(']', '}')
              + ") does not name each axis once: "
              + use.inputs().get(0)
              + ", whose axes are "
              + axes.toString().replace("[", "").replace("]", "")
              + ".",
          "Axes are counted from 1, without the batch.");
      return Optional.empty();
    }
    Shape out = Shape.of(order.stream().mapToInt(axis -> in.dim(axis - 1)).toArray());
    boolean first = order.get(0) == 1 && in.rank() > 1;
    return Result.of(
        Operation.call("Reshapes", "permute", List.copyOf(order)),
        first ? out.along(in.along()) : out);
  }
}
