package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Junction;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import java.util.List;

/** The mean of a value over its positions, real ones alone. */
public record MeanOfPositions() implements Junction {

  @Override
  public String words() {
    return "mean of positions";
  }

  @Override
  public Made of(List<Node> inputs) {
    Shape shape = inputs.get(0).shape();
    return new Made(List.of(operation(shape)), Shape.of(shape.last()), List.of(), 0);
  }

  static Operation operation(Shape shape) {
    return Operation.call("GlobalPools", "globalAveragePool").masked(shape);
  }
}
