package dev.espalier.processor.check;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.room.Range;
import dev.espalier.processor.task.LabelKind;
import dev.espalier.processor.task.LabelKinds;
import java.util.Optional;

/** One rule about a label of a type that can be learnt. */
@FunctionalInterface
interface LabelCheck {

  /** Reports what breaks the rule. */
  void check(Label label, ModelDeclaration model, Report report);

  /**
   * A label.
   *
   * @param component the component
   * @param head its {@code @TaskHead}
   * @param room the kind of label that it is
   * @param model the model that it is a label of
   */
  record Label(Component component, Mark head, LabelKind room, ModelDeclaration model) {

    /** What the task predicts; empty where the head does not say what it has to. */
    Optional<Kind> kind() {
      boolean said =
          (!room.needsClasses(component.type()) || isIn("classes", 2))
              && (!room.needsLength(component.type()) || isIn("length", 1))
              && room.along().stream().allMatch(this::runs);
      return said
          ? Optional.of(room.kind(component, head, name -> model.component(name).orElseThrow()))
          : Optional.empty();
    }

    private boolean isIn(String member, int least) {
      return head.integer(member) >= least && head.integer(member) <= Range.MOST_UNITS;
    }

    private boolean runs(LabelKind.Along along) {
      return Along.says(head)
          ? model
              .component(head.text("along"))
              .filter(each -> Along.isLeader(each, along.features()))
              .isPresent()
          : !along.needed();
    }

    /** The same of another component, if it is a label. */
    static Optional<Label> of(Component component, ModelDeclaration model) {
      return component
          .mark("TaskHead")
          .flatMap(
              head ->
                  LabelKinds.of(component).map(room -> new Label(component, head, room, model)));
    }
  }
}
