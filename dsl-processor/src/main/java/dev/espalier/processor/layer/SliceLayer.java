package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code @Slice}. */
final class SliceLayer implements Layer {
  private static final int MOST_AXES = 8;

  @Override
  public String annotation() {
    return "Slice";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(Range.atLeast("axis", "An axis", 1).atMost(MOST_AXES));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    Shape in = use.input();
    int axis = use.mark().integer("axis");
    if (axis > in.rank()) {
      use.wrongRank(
          "@Slice takes a part of axis " + axis + ": " + use.inputs().get(0) + ".",
          "Axes are counted from 1, without the batch.");
      return Optional.empty();
    }
    int length = in.dim(axis - 1);
    int from = place(use.mark().integer("from"), length);
    int to = use.mark().integer("to") == 0 ? length : place(use.mark().integer("to"), length);
    if (from < 0 || to > length || from >= to) {
      use.emptyShape(
          "@Slice takes positions from "
              + from
              + " until before "
              + to
              + " of axis "
              + axis
              + ", and it has those from 0 until before "
              + length
              + ": "
              + use.inputs().get(0)
              + ".",
          "Numbers below 0 count from the end; to = 0 is the end itself.");
      return Optional.empty();
    }
    return Result.of(
        Operation.call("Reshapes", "slice", axis, from, to), part(in, axis - 1, to - from));
  }

  private static int place(int number, int length) {
    return number < 0 ? length + number : number;
  }

  private static Shape part(Shape in, int axis, int size) {
    List<Integer> dims = new ArrayList<>(in.dims());
    dims.set(axis, size);
    Shape out = Shape.of(dims.stream().mapToInt(Integer::intValue).toArray());
    boolean keepsPositions = axis > 0 || size == in.dim(0) && in.rank() > 1;
    return keepsPositions ? out.along(in.along()) : out;
  }
}
