package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Names;
import dev.espalier.processor.report.Near;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.task.LabelKind;
import java.util.List;
import java.util.Optional;

/**
 * {@code AlongWhat}, {@code UnknownAlong}, {@code BoxNeedsPicture}: labels that run along features.
 */
final class AlongWhat implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    Component component = label.component();
    Mark head = label.head();
    Optional<LabelKind.Along> along = label.room().along();
    if (along.isEmpty()) {
      if (head.states("along")) {
        report.add(
            Rule.MISPLACED,
            head.origin("along"),
            "`along` is for a class for each token or pixel; " + Wording.is(component) + ".",
            AlongType.help(component, model)
                .map(it -> it + " Else remove `along`.")
                .orElse("Remove it."));
      }
      return;
    }
    List<String> leaders = Along.leaders(component, along.get().features(), model);
    if (Along.says(head)) {
      Along.named(component, head, along.get().features(), model, report);
    } else if (along.get().needed()) {
      report.add(
          Rule.ALONG_WHAT,
          head.origin(),
          "A class for each of what? `" + component.name() + "` does not say.",
          Near.help("", leaders, "feature to run along")
              + " Write @TaskHead(along = ...), naming a @Tokens or @Image feature.");
    } else if (leaders.size() != 1) {
      report.add(
          Rule.BOX_NEEDS_PICTURE,
          component.mark("Box").orElseThrow().origin(),
          leaders.isEmpty()
              ? "@Box describes a place in a picture, and `" + model.simpleName() + "` has none."
              : "@Box describes a place in one of the pictures "
                  + Names.of(leaders)
                  + ", and does not say in which.",
          leaders.isEmpty()
              ? "Add an @Image feature, or remove @Box and say the length."
              : "Write @TaskHead(along = \"" + leaders.get(0) + "\").");
    }
  }
}
