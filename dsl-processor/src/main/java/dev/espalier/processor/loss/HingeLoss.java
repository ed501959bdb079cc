package dev.espalier.processor.loss;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;

/** {@code @Hinge}. */
final class HingeLoss implements Loss {

  @Override
  public String annotation() {
    return "Hinge";
  }

  @Override
  public boolean fits(Kind kind) {
    return kind instanceof Kind.Binary
        || kind instanceof Kind.MultiClass
        || kind instanceof Kind.MultiLabel;
  }

  @Override
  public String words() {
    return "compares classes of rows, in no order";
  }

  @Override
  public Operation call(Mark mark, Kind kind) {
    return Operation.call(
        "Losses", kind.isChoice() ? "softmaxHinge" : "sigmoidHinge", mark.flag("squared"));
  }
}
