package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code @Dense}. */
final class DenseLayer implements Layer {

  @Override
  public String annotation() {
    return "Dense";
  }

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    return List.of(Range.atLeast("value", "The number of units", 1).atMost(Range.MOST_UNITS));
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    Shape in = use.input();
    int units = use.integer("value");
    boolean bias = use.mark().flag("bias");
    List<Weight> weights = new ArrayList<>();
    weights.add(Weight.kernel(use.kernelStart(), in.last(), units));
    if (bias) {
      weights.add(Weight.constant("bias", 0, units));
    }
    return Optional.of(
        new Result(
            Optional.of(Operation.at("DenseLayers", bias ? "dense" : "denseWithoutBias")),
            in.withLast(units),
            weights,
            List.of(),
            in.positions() * in.last() * units));
  }
}
