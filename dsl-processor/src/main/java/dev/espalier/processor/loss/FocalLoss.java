package dev.espalier.processor.loss;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import java.util.List;

/** {@code @Focal}. */
final class FocalLoss implements Loss {

  @Override
  public String annotation() {
    return "Focal";
  }

  @Override
  public List<Range> ranges() {
    return List.of(Range.atLeast("gamma", "The gamma of a focal loss", 0));
  }

  @Override
  public boolean fits(Kind kind) {
    return !kind.classes().isEmpty();
  }

  @Override
  public String words() {
    return "compares classes";
  }

  @Override
  public Operation call(Mark mark, Kind kind) {
    return Operation.call(
        "Losses", kind.isChoice() ? "softmaxFocal" : "sigmoidFocal", mark.number("gamma"));
  }
}
