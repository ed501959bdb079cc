package dev.espalier.processor.planner;

import dev.espalier.processor.plan.Kind.Positions;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Vertex;
import dev.espalier.processor.plan.Vertex.LineSource;
import dev.espalier.processor.read.Mark;
import java.util.Optional;
import java.util.function.Function;

/** Finds the line at which a value stops having something for each position of a feature. */
final class LostPositions {
  private final Function<Vertex, Optional<Node>> known;

  LostPositions(Function<Vertex, Optional<Node>> known) {
    this.known = known;
  }

  /** Whether a shape has something for each position. */
  static boolean has(Positions positions, Shape shape) {
    int rank = positions.shape().rank();
    return shape.rank() == rank + 1
        && shape.dims().subList(0, rank).equals(positions.shape().dims())
        && (!positions.masked() || shape.along().equals(positions.feature()));
  }

  /**
   * What to change where they are lost, as the beginning of a sentence; empty if they never are.
   */
  Optional<String> mend(Positions positions, Vertex top) {
    Vertex each = top;
    while (each.inputs().stream().noneMatch(input -> has(positions, input))) {
      if (each.inputs().isEmpty()) {
        return Optional.empty();
      }
      each = each.inputs().get(0);
    }
    return Optional.of(words(positions, each));
  }

  private boolean has(Positions positions, Vertex vertex) {
    return known.apply(vertex).filter(node -> has(positions, node.shape())).isPresent();
  }

  private static String words(Positions positions, Vertex culprit) {
    String at = "`" + culprit.place().address() + "`";
    if (culprit.source() instanceof LineSource line) {
      for (Mark mark : LineInference.ownLine(line.layer())) {
        if (mark.has("last") && mark.flag("last")) {
          return "Remove `last = true` from " + at;
        }
        if (mark.states("padding") && mark.constant("padding").equals("VALID")) {
          return "Write padding = Padding.SAME at " + at;
        }
      }
    }
    return "End the network before " + at + ", which loses the " + positions.noun() + "s";
  }
}
