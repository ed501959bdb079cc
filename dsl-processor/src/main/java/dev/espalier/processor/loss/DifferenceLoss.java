package dev.espalier.processor.loss;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;

/** A loss of the difference of numbers, without settings: {@code @Mse}, {@code @Mae}. */
record DifferenceLoss(String annotation, String method) implements Loss {

  @Override
  public boolean fits(Kind kind) {
    return kind.classes().isEmpty();
  }

  @Override
  public String words() {
    return "compares numbers";
  }

  @Override
  public Operation call(Mark mark, Kind kind) {
    return Operation.call("Losses", method);
  }
}
