package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Junction;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.plan.Weight;
import java.util.ArrayList;
import java.util.List;

/** How much each expert counts, by what flows in: {@code [experts]}. */
record Gate(int experts) implements Junction {

  @Override
  public String words() {
    return "gate";
  }

  @Override
  public Made of(List<Node> inputs) {
    List<Operation> operations = new ArrayList<>();
    Shape in = inputs.get(0).shape();
    if (inputs.size() > 1) {
      operations.add(Operation.call("Merges", "concat"));
      in = Shape.joined(inputs.stream().map(Node::shape).toList());
    } else if (in.rank() > 1) {
      operations.add(MeanOfPositions.operation(in));
    }
    operations.add(Operation.at("Experts", "gate"));
    return new Made(
        operations,
        Shape.of(experts),
        List.of(
            Weight.kernel("GLOROT_UNIFORM", in.last(), experts),
            Weight.constant("bias", 0, experts)),
        (long) in.last() * experts);
  }
}
