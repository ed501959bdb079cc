package dev.espalier.processor.loss;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;

/** {@code @Poisson}. */
final class PoissonLoss implements Loss {

  @Override
  public String annotation() {
    return "Poisson";
  }

  @Override
  public boolean fits(Kind kind) {
    return kind instanceof Kind.Regression;
  }

  @Override
  public boolean standardizes() {
    return false;
  }

  @Override
  public String domain() {
    return "COUNTS";
  }

  @Override
  public String words() {
    return "compares counts";
  }

  @Override
  public Operation call(Mark mark, Kind kind) {
    return Operation.call("Losses", "poisson");
  }
}
