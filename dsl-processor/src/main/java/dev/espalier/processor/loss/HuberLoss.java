package dev.espalier.processor.loss;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import java.util.List;

/** {@code @Huber}. */
final class HuberLoss implements Loss {

  @Override
  public String annotation() {
    return "Huber";
  }

  @Override
  public List<Range> ranges() {
    return List.of(Range.positive("delta", "The delta of a Huber loss"));
  }

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
    return Operation.call("Losses", "huber", mark.number("delta"));
  }
}
