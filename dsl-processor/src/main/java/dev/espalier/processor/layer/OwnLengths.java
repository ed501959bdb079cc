package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Two sequences that are not in step: each row has a length of its own for either, so that a
 * position of the one means nothing in the other, however alike their shapes are.
 *
 * @param first the feature that the one runs along
 * @param other the feature that the other runs along
 */
public record OwnLengths(String first, String other) {

  /** Two of the sequences that values run along; empty where all run along one. */
  public static Optional<OwnLengths> among(List<Shape> shapes) {
    List<String> features =
        shapes.stream().map(Shape::along).filter(each -> !each.isEmpty()).distinct().toList();
    return features.size() < 2
        ? Optional.empty()
        : Optional.of(new OwnLengths(features.get(0), features.get(1)));
  }

  /** The fact, as a sentence goes on with it. */
  public String words() {
    return "`"
        + first
        + "` and `"
        + other
        + "` are sequences of their own, each with its own length";
  }

  /** What to write instead. */
  public String help() {
    return "If they are in step, position by position, write @Tokens(along = \""
        + first
        + "\") on `"
        + other
        + "`; else bring each to one vector first, by a pool or a recurrent layer with last ="
        + " true, and join those.";
  }
}
