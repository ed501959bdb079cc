package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code ClassesMissing}, {@code LengthMissing}: a label that leaves open how large it is. */
final class ClassesMissing implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    Component component = label.component();
    if (label.room().needsClasses(component.type())
        && !label.head().states("classes")
        && !label.head().states("length")) {
      report.add(
          Rule.CLASSES_MISSING,
          label.head().origin(),
          Wording.capital(Wording.a(component.type().shown()))
              + " label says how many classes there are; `"
              + component.name()
              + "` does not.",
          help(label));
    }
    // What says `along` and runs along nothing has a mistake of its own.
    if (label.room().needsLength(component.type())
        && (label.room().along().isPresent() || !label.head().states("along"))
        && !label.head().states("length")
        && !label.head().states("classes")) {
      report.add(
          Rule.LENGTH_MISSING,
          label.head().origin(),
          Wording.capital(Wording.a(component.type().shown()))
              + " label says its length; `"
              + component.name()
              + "` does not.",
          "Write @TaskHead(length = n), n the count of values in every example.");
    }
  }

  /** Of what runs along something each entry is a class, of a single number it may be none. */
  private static String help(Label label) {
    return label.room().along().isPresent()
        ? "Write `classes = n` beside `along`, for entries of 0 to n - 1."
        : "Write @TaskHead(classes = n) for labels 0 to n - 1; make it a float if it is a quantity.";
  }
}
