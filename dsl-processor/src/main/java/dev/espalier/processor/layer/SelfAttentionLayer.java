package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code @SelfAttention}. */
final class SelfAttentionLayer implements Layer {

  @Override
  public String annotation() {
    return "SelfAttention";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(
        Range.atLeast("heads", "The number of heads", 1), Range.share("dropout", "A dropout rate"));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    if (!use.requireSequence() || !requireDivisor(use)) {
      return Optional.empty();
    }
    Shape in = use.input();
    int units = in.last();
    List<Weight> weights = new ArrayList<>();
    for (String part : List.of("query", "key", "value", "output")) {
      weights.add(Weight.random(part + "Kernel", "GLOROT_UNIFORM", units, units));
      weights.add(Weight.constant(part + "Bias", 0, units));
    }
    Operation operation =
        Operation.at(
            "Attention",
            "selfAttention",
            use.mark().integer("heads"),
            use.mark().number("dropout"),
            use.mark().flag("causal"));
    long length = in.dim(0);
    return Optional.of(
        new Result(
            Optional.of(operation.masked(in)),
            in,
            weights,
            List.of(),
            4 * length * units * units + 2 * length * length * units));
  }

  private static boolean requireDivisor(LayerUse use) {
    int heads = use.mark().integer("heads");
    int units = use.input().last();
    boolean divides = units % heads == 0;
    if (!divides) {
      use.shapesDontFit(
          "@SelfAttention divides the units among its heads, and "
              + heads
              + " heads can't share "
              + units
              + " units equally: "
              + use.inputs().get(0)
              + ".",
          heads > units
              ? "Write heads = " + nearest(units, heads) + ", or give it more units."
              : "Write heads = "
                  + nearest(units, heads)
                  + ", or bring the units to a multiple of "
                  + heads
                  + ".");
    }
    return divides;
  }

  /** The greatest divisor that is no more than what was written. */
  private static int nearest(int units, int heads) {
    int divisor = Math.min(units, heads);
    while (units % divisor != 0) {
      divisor--;
    }
    return divisor;
  }
}
