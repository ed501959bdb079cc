package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Statistic;
import dev.espalier.processor.plan.Weight;
import java.util.List;
import java.util.Optional;

/** {@code @Shortcut}. */
final class ShortcutLayer implements Layer {
  private static final double MOMENTUM = 0.99;
  private static final double EPSILON = 1e-3;

  @Override
  public String annotation() {
    return "Shortcut";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public Inputs inputs() {
    return Inputs.LIKE_SECOND;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    Shape from = use.input();
    Shape to = use.inputs().get(1).shape();
    if (from.equals(to)) {
      return Optional.of(new Result(Optional.empty(), to, List.of(), List.of(), 0));
    }
    int units = to.last();
    return Optional.of(
        new Result(
            Optional.of(Operation.at("Shortcuts", "shortcut", MOMENTUM, EPSILON)),
            to,
            List.of(
                Weight.kernel("GLOROT_UNIFORM", from.last(), units),
                Weight.constant("scale", 1, units),
                Weight.constant("shift", 0, units)),
            List.of(
                new Statistic("mean", Shape.of(units), 0),
                new Statistic("variance", Shape.of(units), 1)),
            (long) from.last() * units));
  }
}
