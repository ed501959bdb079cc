package dev.espalier.processor.check;

import dev.espalier.processor.loss.Losses;
import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code LossMisfit}: a loss that is not for this kind of task. */
final class LossMisfit implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    List<Mark> losses = Losses.marks(label.component());
    if (losses.size() != 1 || label.kind().isEmpty()) {
      return;
    }
    Kind kind = label.kind().get();
    if (isMisfit(label.component(), kind)) {
      report.add(
          Rule.LOSS_MISFIT,
          losses.get(0).origin(),
          losses.get(0)
              + " "
              + Losses.of(losses.get(0).name()).orElseThrow().words()
              + "; `"
              + label.component().name()
              + "` is "
              + kind.words()
              + ".",
          "Use " + Losses.fitting(kind) + ".");
    } else if (isStandardized(label, losses.get(0))) {
      report.add(
          Rule.LOSS_MISFIT,
          label.head().origin("standardize"),
          losses.get(0)
              + " compares with the label as it is; `"
              + label.component().name()
              + "` asks for a standardized one.",
          "Remove `standardize`.");
    }
  }

  /** Whether the user wrote {@code standardize = true} beside a loss that can't do with it. */
  private static boolean isStandardized(Label label, Mark loss) {
    return label.head().states("standardize")
        && label.head().flag("standardize")
        && !Losses.of(loss.name()).orElseThrow().standardizes();
  }

  /** Whether a task has a loss that is not for its kind. */
  static boolean isMisfit(Component label, Kind kind) {
    return Losses.marks(label).stream()
        .anyMatch(mark -> !Losses.of(mark.name()).orElseThrow().fits(kind));
  }
}
