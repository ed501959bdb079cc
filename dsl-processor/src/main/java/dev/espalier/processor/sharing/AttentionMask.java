package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Junction;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import java.util.List;

/** A number between 0 and 1 for each of a layer, made of it and of the attended layer before. */
record AttentionMask() implements Junction {

  @Override
  public String words() {
    return "attention";
  }

  @Override
  public Made of(List<Node> inputs) {
    Shape shape = inputs.get(0).shape();
    int units = shape.last();
    int in = inputs.stream().mapToInt(input -> input.shape().last()).sum();
    Operation operation = Operation.at("TaskAttentions", "attention");
    // Only where positions become fewer or more is it asked which of them are padding.
    boolean sameLength = inputs.size() == 1 || samePositions(shape, inputs.get(1).shape());
    return new Made(
        List.of(sameLength ? operation : operation.masked(inputs.get(1).shape())),
        shape,
        List.of(
            Weight.random("inner.kernel", "HE_NORMAL", in, units),
            Weight.constant("inner.bias", 0, units),
            Weight.random("outer.kernel", "GLOROT_UNIFORM", units, units),
            Weight.constant("outer.bias", 0, units)),
        shape.positions() * (in + units) * units);
  }

  private static boolean samePositions(Shape a, Shape b) {
    return a.dims().subList(0, a.rank() - 1).equals(b.dims().subList(0, b.rank() - 1));
  }
}
