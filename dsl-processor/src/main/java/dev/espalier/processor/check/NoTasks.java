package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharings;

/** {@code NoTasks}: a model without a head. */
final class NoTasks implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    // Where a component says nothing, or something that needs a head, that is the mistake.
    if (model.mark("ModelOf").isPresent()
        || !model.labels().isEmpty()
        || model.components().stream().anyMatch(NoTasks::isUnclear)) {
      return;
    }
    report.add(
        Rule.NO_TASKS,
        Sharings.marks(model).get(0).origin(),
        "`" + model.simpleName() + "` learns nothing: no component has @TaskHead.",
        "Write @TaskHead on what is to be predicted.");
  }

  /** Whether a component may have been meant to be something else than it is. */
  static boolean isUnclear(Component component) {
    return Says.roles(component).size() != 1
        || component.marks().stream()
            .anyMatch(mark -> Says.ofTask(mark) && !component.has("TaskHead"));
  }
}
