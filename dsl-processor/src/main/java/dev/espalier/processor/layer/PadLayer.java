package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code @Pad}. */
final class PadLayer implements Layer {
  private static final int MOST = 1024;

  @Override
  public String annotation() {
    return "Pad";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(Range.atLeast("value", "A number of zeros", 0).atMost(MOST));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    Shape in = use.input();
    int sides = 2 * (in.rank() - 1);
    List<Integer> zeros = use.mark().integers("value");
    if (zeros.size() == 1) {
      zeros = Collections.nCopies(sides, zeros.get(0));
    }
    if (in.rank() < 2 || zeros.size() != sides) {
      use.wrongRank(
          "@Pad takes one number, or one before and one after each axis but the last"
              + (in.rank() < 2 ? ", of which there is none: " : ", which makes " + sides + ": ")
              + use.inputs().get(0)
              + ".",
          "Of a picture: @Pad({top, bottom, left, right}).");
      return Optional.empty();
    }
    List<Integer> dims = new ArrayList<>();
    for (int axis = 0; axis < in.rank() - 1; axis++) {
      dims.add(in.dim(axis) + zeros.get(2 * axis) + zeros.get(2 * axis + 1));
    }
    dims.add(in.last());
    return Result.of(
        Operation.call("Reshapes", "pad", List.copyOf(zeros)),
        Shape.of(dims.stream().mapToInt(Integer::intValue).toArray()));
  }
}
