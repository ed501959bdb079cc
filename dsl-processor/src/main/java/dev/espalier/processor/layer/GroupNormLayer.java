package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** {@code @GroupNorm}. */
final class GroupNormLayer implements Layer {

  @Override
  public String annotation() {
    return "GroupNorm";
  }

  @Override
  public Role role() {
    return Role.NORMALISATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Range.atLeast("groups", "The number of groups", 1).atMost(Range.MOST_UNITS),
        Range.positive("epsilon", "The epsilon of a normalisation"));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    int units = use.input().last();
    int groups = use.integer("groups");
    if (units % groups != 0) {
      use.shapesDontFit(
          "@GroupNorm can't part "
              + units
              + " units in "
              + groups
              + " groups of one size: "
              + use.inputs().get(0)
              + ".",
          "Take a divisor of " + units + ".");
      return Optional.empty();
    }
    Operation operation =
        Operation.at("GroupNorms", "groupNorm", groups, use.mark().number("epsilon"));
    return Optional.of(
        new Result(
            Optional.of(operation.masked(use.input())),
            use.input(),
            List.of(Weight.constant("scale", 1, units), Weight.constant("shift", 0, units)),
            List.of(),
            0));
  }
}
