package dev.espalier.processor.check;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Near;
import dev.espalier.processor.report.Origin;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.Optional;

/** {@code UnknownTask}, {@code GivenNeedsBinary}: the condition of a task. */
final class GivenTask implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    label.component().mark("Given").ifPresent(given -> check(label, given, model, report));
  }

  private static void check(Label label, Mark given, ModelDeclaration model, Report report) {
    String name = given.text("value");
    Optional<Component> condition =
        model.labels().stream().filter(each -> each.name().equals(name)).findFirst();
    if (name.equals(label.component().name())) {
      report.add(
          Rule.TASK_CYCLE,
          given.origin("value"),
          "`" + name + "` is given itself.",
          "Name the task that comes before it, as a purchase is given a click.");
      return;
    }
    if (condition.isEmpty()) {
      List<String> tasks =
          model.labels().stream()
              .filter(task -> isBinary(task, model))
              .map(Component::name)
              .filter(task -> !task.equals(label.component().name()))
              .toList();
      report.add(
          Rule.UNKNOWN_TASK,
          given.origin("value"),
          "There is no task `" + name + "`.",
          Near.help(name, tasks, "other yes-or-no task"));
      return;
    }
    Optional<Kind> own = label.kind();
    Optional<Kind> other = Label.of(condition.get(), model).flatMap(Label::kind);
    if (own.filter(GivenTask::isNotBinary).isPresent()) {
      needsBinary(given.origin(), label.component(), own.get(), report);
    } else if (other.filter(GivenTask::isNotBinary).isPresent()
        && !LossMisfit.isMisfit(condition.get(), other.get())) {
      needsBinary(given.origin("value"), condition.get(), other.get(), report);
    }
  }

  private static boolean isBinary(Component label, ModelDeclaration model) {
    return Label.of(label, model)
        .flatMap(Label::kind)
        .filter(kind -> kind instanceof Kind.Binary)
        .isPresent();
  }

  private static boolean isNotBinary(Kind kind) {
    return !(kind instanceof Kind.Binary);
  }

  private static void needsBinary(Origin origin, Component task, Kind kind, Report report) {
    report.add(
        Rule.GIVEN_NEEDS_BINARY,
        origin,
        "@Given joins two yes-or-no tasks; `" + task.name() + "` is " + kind.words() + ".",
        "Make both boolean, or let a tower take the other task's prediction by its name.");
  }
}
