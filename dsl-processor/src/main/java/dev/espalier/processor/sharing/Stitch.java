package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Junction;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import java.util.List;

/** A weighted sum of one layer of all trunks, the task's own first. */
record Stitch() implements Junction {
  private static final double OWN = 0.9;

  @Override
  public String words() {
    return "stitch";
  }

  @Override
  public Made of(List<Node> inputs) {
    Shape shape = Shape.together(inputs.stream().map(Node::shape).toList());
    int others = inputs.size() - 1;
    return new Made(
        List.of(Operation.at("Stitches", "stitch")),
        shape,
        List.of(
            Weight.constant("own", OWN, 1), Weight.constant("others", (1 - OWN) / others, others)),
        inputs.size() * shape.size());
  }
}
