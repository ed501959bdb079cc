package dev.espalier.processor.sharing;

import dev.espalier.processor.plan.Junction;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Operation;
import java.util.List;

/** A layer times a mask, element by element. */
record Masked() implements Junction {

  @Override
  public String words() {
    return "attended";
  }

  @Override
  public Made of(List<Node> inputs) {
    return new Made(
        List.of(Operation.call("Merges", "multiply")), inputs.get(0).shape(), List.of(), 0);
  }
}
