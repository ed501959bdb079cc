package dev.espalier.processor.check;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharings;
import javax.lang.model.element.ElementKind;

/** {@code NotAClass}: a sharing annotation on something that is no record and no class. */
final class NotAClass implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    ElementKind kind = model.type().getKind();
    if (model.mark("ModelOf").isPresent()
        || kind == ElementKind.RECORD
        || kind == ElementKind.CLASS) {
      return;
    }
    Mark sharing = Sharings.marks(model).get(0);
    report.add(
        Rule.NOT_A_CLASS,
        sharing.origin(),
        sharing
            + " makes a record or a class a model; `"
            + model.simpleName()
            + "` is "
            + words(kind)
            + ".",
        kind == ElementKind.INTERFACE
            ? "Make it a record; or write @ModelOf(...) beside it, if it varies another model."
            : "Write it on a record that has features and labels as components.");
  }

  private static String words(ElementKind kind) {
    return switch (kind) {
      case ENUM -> "an enum";
      case ANNOTATION_TYPE -> "an annotation";
      default -> "an interface";
    };
  }
}
