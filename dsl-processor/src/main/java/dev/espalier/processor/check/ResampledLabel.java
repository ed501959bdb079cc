package dev.espalier.processor.check;

import dev.espalier.processor.loss.Losses;
import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.Optional;

/** {@code Misplaced} and {@code ClassWeightCount}: rows drawn by something that has no classes. */
final class ResampledLabel implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    Optional<Mark> mark = label.component().mark("Resampled");
    if (mark.isEmpty() || label.kind().isEmpty()) {
      return;
    }
    Kind kind = label.kind().get();
    if (!(kind instanceof Kind.Binary || kind instanceof Kind.MultiClass)) {
      report.add(
          Rule.MISPLACED,
          mark.get().origin(),
          "@Resampled draws rows by their class; `"
              + label.component().name()
              + "` is "
              + kind.words()
              + ".",
          "Remove it, or write it on a label that is yes or no, or one of several classes.");
      return;
    }
    Losses.marks(label.component()).stream()
        .filter(loss -> loss.has("balanced") && loss.flag("balanced"))
        .forEach(
            loss ->
                report.add(
                    Rule.CLASS_WEIGHT_COUNT,
                    loss.origin("balanced"),
                    "`balanced` and @Resampled both say how much the classes of `"
                        + label.component().name()
                        + "` count.",
                    "Keep one."));
  }
}
