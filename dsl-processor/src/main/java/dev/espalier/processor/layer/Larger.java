package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shapes with more positions than before. */
final class Larger {
  private Larger() {}

  /** All axes but the last times a factor; empty, and reported, where that is too much. */
  static Optional<Shape> times(LayerUse use, int factor) {
    Shape in = use.input();
    List<Long> dims = new ArrayList<>();
    in.dims().subList(0, in.rank() - 1).forEach(length -> dims.add((long) length * factor));
    if (dims.stream().anyMatch(length -> length > Range.MOST_UNITS)) {
      use.shapesDontFit(
          use.mark()
              + " would make an axis longer than "
              + Range.MOST_UNITS
              + ": "
              + use.inputs().get(0)
              + ", times "
              + factor
              + ".",
          "Make it smaller.");
      return Optional.empty();
    }
    dims.add((long) in.last());
    Shape out = Shape.of(dims.stream().mapToInt(Long::intValue).toArray());
    return Optional.of(factor == 1 ? out.along(in.along()) : out);
  }
}
