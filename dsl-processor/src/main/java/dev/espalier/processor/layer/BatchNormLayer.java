package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Statistic;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** {@code @BatchNorm}. */
final class BatchNormLayer implements Layer {

  @Override
  public String annotation() {
    return "BatchNorm";
  }

  @Override
  public Role role() {
    return Role.NORMALISATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Range.share("momentum", "The momentum of moving statistics"),
        Range.positive("epsilon", "The epsilon of a normalisation"));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    int units = use.input().last();
    return Optional.of(
        new Result(
            Optional.of(
                Operation.at(
                        "Normalizations",
                        "batchNorm",
                        use.mark().number("momentum"),
                        use.mark().number("epsilon"))
                    .masked(use.input())),
            use.input(),
            List.of(Weight.constant("scale", 1, units), Weight.constant("shift", 0, units)),
            List.of(
                new Statistic("mean", Shape.of(units), 0),
                new Statistic("variance", Shape.of(units), 1)),
            0));
  }
}
