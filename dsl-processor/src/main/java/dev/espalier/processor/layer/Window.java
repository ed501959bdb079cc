package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Constant;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kernel or window that moves over the axes in front of the last: what is left of them.
 *
 * @param size its extent in each of the axes
 * @param stride the steps it moves in
 * @param dilation the steps between its own positions
 * @param same whether it starts at every position, beyond the borders, too
 */
record Window(int size, int stride, int dilation, boolean same) {
  static final Range STRIDE = Range.atLeast("stride", "A stride", 1).atMost(Range.MOST_UNITS);
  static final Range DILATION = extent("dilation", "A dilation");

  private static final int MOST = 1024;

  /** What an extent may be. */
  static Range extent(String member, String noun) {
    return Range.atLeast(member, noun, 1).atMost(MOST);
  }

  /** The kernel of a convolution. */
  static Window ofKernel(LayerUse use, int dilation) {
    return new Window(use.integer("kernel"), use.integer("stride"), dilation, isSame(use));
  }

  /** Whether a layer says {@code Padding.SAME}. */
  static boolean isSame(LayerUse use) {
    return use.mark().constant("padding").equals("SAME");
  }

  /** What happens at the borders. */
  Constant padding() {
    return new Constant("Padding", same ? "SAME" : "VALID");
  }

  /** Positions from the first that it looks at to the last. */
  private int reach() {
    return (size - 1) * dilation + 1;
  }

  /** How many places it has on an axis; not above 0 where it does not fit. */
  int places(int length) {
    return same ? (length + stride - 1) / stride : Math.floorDiv(length - reach(), stride) + 1;
  }

  /** Whether every position gives one in the same place. */
  boolean keepsPositions() {
    return same && stride == 1;
  }

  /** What comes out, the last axis as given; empty, and reported, where nothing does. */
  Optional<Shape> over(LayerUse use, int last) {
    Shape in = use.input();
    List<Integer> dims = new ArrayList<>();
    in.dims().subList(0, in.rank() - 1).forEach(length -> dims.add(places(length)));
    if (dims.stream().anyMatch(length -> length < 1)) {
      use.emptyShape(
          use.mark()
              + " looks at "
              + reach()
              + " positions in a row and nothing is left: "
              + use.inputs().get(0)
              + ".",
          "Make it smaller, or write padding = Padding.SAME.");
      return Optional.empty();
    }
    dims.add(last);
    Shape out = Shape.of(dims.stream().mapToInt(Integer::intValue).toArray());
    return Optional.of(keepsPositions() ? out.along(in.along()) : out);
  }
}
