package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.room.Range;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code @Reshape}. */
final class ReshapeLayer implements Layer {

  @Override
  public String annotation() {
    return "Reshape";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(Range.atLeast("value", "A dimension", -1).atMost(Range.MOST_UNITS));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    List<Integer> wanted = use.mark().integers("value");
    long size = use.input().size();
    long known =
        wanted.stream()
            .filter(dim -> dim > 0)
            .mapToLong(Integer::longValue)
            .reduce(1, (a, b) -> a * b);
    int open = Collections.frequency(wanted, -1);
    boolean fits = open == 0 ? known == size : open == 1 && size % known == 0;
    if (wanted.isEmpty() || wanted.contains(0) || !fits) {
      use.shapesDontFit(
          "@Reshape("
              + wanted.toString().replace('[', '{').replace(']', '}')
              + ") needs other numbers: "
              + use.inputs().get(0)
              + ", which are "
              + size
              + ".",
          "Its dimensions multiply to " + size + "; one of them may be -1.");
      return Optional.empty();
    }
    int[] dims = wanted.stream().mapToInt(dim -> dim == -1 ? (int) (size / known) : dim).toArray();
    List<Object> settings = List.copyOf(Arrays.stream(dims).boxed().toList());
    return Result.of(Operation.call("Reshapes", "reshape", settings), Shape.of(dims));
  }
}
