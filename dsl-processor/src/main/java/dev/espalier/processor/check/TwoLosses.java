package dev.espalier.processor.check;

import dev.espalier.processor.loss.Losses;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code TwoLosses}: two losses of one task. */
final class TwoLosses implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    List<Mark> losses = Losses.marks(label.component());
    if (losses.size() > 1 && !losses.get(0).name().equals(losses.get(1).name())) {
      report.add(
          Rule.TWO_LOSSES,
          losses.get(1).origin(),
          "A task has one loss; `"
              + label.component().name()
              + "` has "
              + losses.get(0)
              + " and "
              + losses.get(1)
              + ".",
          "Keep one.");
    }
  }
}
