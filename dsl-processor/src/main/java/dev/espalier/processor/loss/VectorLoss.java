package dev.espalier.processor.loss;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;

/**
 * A loss of several numbers that mean something together, without settings: {@code @KlDivergence},
 * {@code @CosineDistance}.
 */
record VectorLoss(String annotation, String method, String words, String domain) implements Loss {

  @Override
  public boolean fits(Kind kind) {
    return kind instanceof Kind.Regression numbers && numbers.length() > 1;
  }

  @Override
  public boolean standardizes() {
    return false;
  }

  @Override
  public Operation call(Mark mark, Kind kind) {
    return Operation.call("Losses", method);
  }
}
