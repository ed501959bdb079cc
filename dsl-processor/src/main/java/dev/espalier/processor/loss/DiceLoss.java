package dev.espalier.processor.loss;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import java.util.List;

/** {@code @Dice}. */
final class DiceLoss implements Loss {

  @Override
  public String annotation() {
    return "Dice";
  }

  @Override
  public List<Range> ranges() {
    return List.of(Range.atLeast("smooth", "The smooth of a Dice loss", 0));
  }

  @Override
  public boolean fits(Kind kind) {
    return kind instanceof Kind.MultiLabel || kind instanceof Kind.PixelClasses;
  }

  @Override
  public String words() {
    return "compares sets";
  }

  @Override
  public Operation call(Mark mark, Kind kind) {
    return Operation.call(
        "Losses", kind.isChoice() ? "softmaxDice" : "sigmoidDice", mark.number("smooth"));
  }
}
