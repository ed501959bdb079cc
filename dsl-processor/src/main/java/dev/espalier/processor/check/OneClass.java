package dev.espalier.processor.check;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code OneClass}: a label with fewer than two classes. */
final class OneClass implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    Component component = label.component();
    label.kind().ifPresent(kind -> checkLeft(label, kind, report));
    if (label.room().needsClasses(component.type())) {
      if (label.head().states("classes") && label.head().integer("classes") < 2) {
        report.add(
            Rule.ONE_CLASS,
            label.head().origin("classes"),
            "Fewer than two classes leave nothing to learn; this is "
                + label.head().integer("classes")
                + ".",
            "Write how many classes there are: labels run from 0 to classes - 1.");
      }
      return;
    }
    boolean set = component.type().form() == Form.CONSTANT_SET;
    component
        .type()
        .constants()
        .filter(type -> type.constants().size() < (set ? 1 : 2))
        .ifPresent(
            type ->
                report.add(
                    Rule.ONE_CLASS,
                    label.head().origin(),
                    (set ? "No label leaves" : "Fewer than two classes leave")
                        + " nothing to learn; `"
                        + type.element().getSimpleName()
                        + "` has "
                        + (type.constants().isEmpty() ? "no constant." : "1 constant."),
                    "Add the other constants, or write @Ignored."));
  }

  /** Of two classes one that does not count leaves one. */
  private static void checkLeft(Label label, Kind kind, Report report) {
    if (kind instanceof Kind.PixelClasses pixels
        && pixels.all().size() == 2
        && pixels.classes().size() < 2) {
      report.add(
          Rule.ONE_CLASS,
          label.head().origin("ignore"),
          "Fewer than two classes leave nothing to learn; of "
              + String.join(" and ", pixels.all())
              + " `ignore` takes "
              + pixels.all().get(pixels.ignore())
              + ".",
          label.room().needsClasses(label.component().type())
              ? "Count it among `classes`: classes = 3 for two that count and one that does not."
              : "Give the enum a constant for what does not count, beside two that do.");
    }
  }
}
