package dev.espalier.processor.check;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharing;
import dev.espalier.processor.sharing.Sharings;

/** {@code OneTask}: a scheme that says what several tasks share, on a model with a single one. */
final class OneTask implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    if (model.example().labels().size() == 1) {
      Sharings.marks(model).stream()
          .findFirst()
          .filter(mark -> Sharings.of(mark.name()).filter(Sharing::isForSeveralTasks).isPresent())
          .ifPresent(mark -> tell(mark, model, report));
    }
  }

  private static void tell(Mark sharing, ModelDeclaration model, Report report) {
    report.add(
        Rule.ONE_TASK,
        sharing.origin(),
        sharing
            + " says what tasks share, and `"
            + model.example().simpleName()
            + "` has one task, `"
            + model.example().labels().get(0).name()
            + "`.",
        "Write @SharedTrunk, which is all that one task needs, or give it another task.");
  }
}
