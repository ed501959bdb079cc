package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Junction;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import java.util.ArrayList;
import java.util.List;

/** Values of several experts side by side: {@code [experts, ...]}. */
record ExpertStack() implements Junction {

  @Override
  public String words() {
    return "experts";
  }

  @Override
  public Made of(List<Node> inputs) {
    List<Integer> dims = new ArrayList<>(List.of(inputs.size()));
    dims.addAll(inputs.get(0).shape().dims());
    Shape shape = new Shape(List.copyOf(dims), "", 0);
    return new Made(List.of(Operation.call("Experts", "stack")), shape, List.of(), 0);
  }
}
