package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Junction;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Operation;
import java.util.List;

/** A stack of experts, each times what a gate says: of the shape of one of them. */
record Mixture() implements Junction {

  @Override
  public String words() {
    return "mixture";
  }

  @Override
  public Made of(List<Node> inputs) {
    Node experts = inputs.get(0);
    return new Made(
        List.of(Operation.call("Experts", "mixture")),
        experts.inputs().get(0).shape(),
        List.of(),
        experts.shape().size());
  }
}
