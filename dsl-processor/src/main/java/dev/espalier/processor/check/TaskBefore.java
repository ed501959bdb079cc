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

/**
 * {@code UnknownTask}, {@code GivenNeedsBinary}, {@code NotAboveNeedsBinary}: the yes-or-no task
 * that one names which comes before it.
 */
enum TaskBefore implements LabelCheck {
  /** The condition of a task. */
  GIVEN("Given", Rule.GIVEN_NEEDS_BINARY, "joins", "is given itself"),
  /** What a task should not be likelier than. */
  NOT_ABOVE("NotAbove", Rule.NOT_ABOVE_NEEDS_BINARY, "compares", "is never above itself");

  private final String annotation;
  private final Rule needsBinary;
  private final String verb;
  private final String itself;

  TaskBefore(String annotation, Rule needsBinary, String verb, String itself) {
    this.annotation = annotation;
    this.needsBinary = needsBinary;
    this.verb = verb;
    this.itself = itself;
  }

  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    label.component().mark(annotation).ifPresent(mark -> check(label, mark, model, report));
  }

  private void check(Label label, Mark mark, ModelDeclaration model, Report report) {
    String name = mark.text("value");
    Optional<Component> before =
        model.labels().stream().filter(each -> each.name().equals(name)).findFirst();
    if (name.equals(label.component().name())) {
      report.add(
          Rule.TASK_CYCLE,
          mark.origin("value"),
          "`" + name + "` " + itself + ".",
          "Name the task that comes before it, as a click comes before a purchase.");
      return;
    }
    if (before.isEmpty()) {
      List<String> tasks =
          model.labels().stream()
              .filter(task -> isBinary(task, model))
              .map(Component::name)
              .filter(task -> !task.equals(label.component().name()))
              .toList();
      report.add(
          Rule.UNKNOWN_TASK,
          mark.origin("value"),
          "There is no task `" + name + "`.",
          Near.help(name, tasks, "other yes-or-no task"));
      return;
    }
    Optional<Kind> own = label.kind();
    Optional<Kind> other = Label.of(before.get(), model).flatMap(Label::kind);
    if (own.filter(TaskBefore::isNotBinary).isPresent()) {
      needsBinary(mark, mark.origin(), label.component(), own.get(), report);
    } else if (other.filter(TaskBefore::isNotBinary).isPresent()
        && !LossMisfit.isMisfit(before.get(), other.get())) {
      needsBinary(mark, mark.origin("value"), before.get(), other.get(), report);
    } else if (this == NOT_ABOVE && isGiven(label.component(), name, model)) {
      report.add(
          Rule.MISPLACED,
          mark.origin(),
          "`"
              + label.component().name()
              + "` is given `"
              + name
              + "`, and so is never likelier: "
              + mark
              + " says nothing.",
          "Keep one of the two.");
    }
  }

  /** Whether a task is given another, or given one that is. */
  private static boolean isGiven(Component task, String condition, ModelDeclaration model) {
    Optional<Component> next = Optional.of(task);
    for (int i = 0; i < model.labels().size() && next.isPresent(); i++) {
      Optional<String> given = next.get().mark("Given").map(mark -> mark.text("value"));
      if (given.filter(condition::equals).isPresent()) {
        return true;
      }
      next = given.flatMap(model::component);
    }
    return false;
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

  private void needsBinary(Mark mark, Origin origin, Component task, Kind kind, Report report) {
    report.add(
        needsBinary,
        origin,
        mark + " " + verb + " two yes-or-no tasks; `" + task.name() + "` is " + kind.words() + ".",
        "Make both boolean, or let a tower take the other task's prediction by its name.");
  }
}
