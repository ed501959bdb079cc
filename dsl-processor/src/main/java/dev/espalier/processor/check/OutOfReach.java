package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** {@code OutOfReach}: a model, or an enum that it uses, which generated code can't name. */
final class OutOfReach implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    model
        .outOfReach()
        .ifPresent(
            reason ->
                report.add(
                    Rule.OUT_OF_REACH,
                    model.origin(),
                    subject(model, reason) + " " + reason + ", so generated code can't use it.",
                    reason.equals("generic")
                        ? "Drop its type parameters: a model knows the types of its components."
                        : "Make it a top-level type, or a static nested one that is not private."));
    if (model.outOfReach().isEmpty()) {
      model.components().forEach(component -> check(component, report));
    }
  }

  private static String subject(ModelDeclaration model, String reason) {
    boolean around =
        reason.equals("private") && !model.type().getModifiers().contains(Modifier.PRIVATE);
    return around
        ? "What `" + model.simpleName() + "` is nested in is"
        : "`" + model.simpleName() + "` is";
  }

  private static void check(Component component, Report report) {
    if (component.has("Ignored") || component.type().constants().isEmpty()) {
      return;
    }
    TypeElement type = component.type().constants().get().element();
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        report.add(
            Rule.OUT_OF_REACH,
            component.origin(),
            "`"
                + component.name()
                + "` is "
                + Wording.a(component.type().shown())
                + ", and `"
                + each.getSimpleName()
                + "` is private, so generated code can't use it.",
            "Drop `private`: the package is enough.");
        return;
      }
    }
  }
}
