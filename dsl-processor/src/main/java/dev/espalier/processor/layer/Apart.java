package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What brings values together whose positions differ. */
final class Apart {
  private Apart() {}

  /** Help for inputs that have other lengths, or heights and widths; empty where they have none. */
  static Optional<String> help(List<LayerUse.Input> inputs) {
    List<Shape> shapes = inputs.stream().map(LayerUse.Input::shape).toList();
    Shape first = shapes.get(0);
    if (shapes.stream().anyMatch(shape -> shape.rank() != first.rank())) {
      return Optional.empty();
    }
    List<Integer> axes =
        IntStream.range(0, first.rank() - 1)
            .filter(axis -> between(shapes, axis) > 0)
            .boxed()
            .toList();
    if (axes.isEmpty()) {
      return Optional.empty();
    }
    // An odd size that is halved and doubled again is off by one.
    boolean byOne = axes.stream().allMatch(axis -> between(shapes, axis) == 1);
    return Optional.of(
        byOne
            ? "Sizes one apart mostly come of an odd one that was pooled and made larger again:"
                + " @Pad the smaller by one, @Slice the larger, or start from a size that halves"
                + " evenly."
            : "Bring "
                + (first.rank() == 2 ? "lengths" : "heights and widths")
                + " together: @Upsample"
                + (first.rank() == 3 ? " or @Conv2DTranspose" : "")
                + " makes them larger, a pool or a stride smaller; @Pad and @Slice change them"
                + " by a few.");
  }

  /** Help for inputs that differ in something else, mostly in the last axis alone. */
  static String unitsHelp(List<LayerUse.Input> inputs) {
    LayerUse.Input first = inputs.get(0);
    LayerUse.Input last = inputs.get(inputs.size() - 1);
    boolean positions =
        first.shape().rank() > 1
            && inputs.stream().allMatch(each -> each.shape().joins(first.shape()));
    return positions
        ? "Bring `"
            + last.name()
            + "` to the shape of `"
            + first.name()
            + "` with @Shortcut Tensor skip(Tensor "
            + last.name()
            + ", Tensor "
            + first.name()
            + "), or join them with @Concat."
        : "Bring them to one shape with @Dense, or join them with @Concat.";
  }

  /** How far the longest is from the shortest on one axis. */
  private static int between(List<Shape> shapes, int axis) {
    var lengths = shapes.stream().mapToInt(shape -> shape.dim(axis)).summaryStatistics();
    return lengths.getMax() - lengths.getMin();
  }
}
