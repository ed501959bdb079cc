package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.Nesting;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import javax.lang.model.element.Modifier;

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
      model.components().forEach(component -> check(component, model, report));
    }
  }

  private static String subject(ModelDeclaration model, String reason) {
    boolean around =
        reason.equals("private") && !model.type().getModifiers().contains(Modifier.PRIVATE);
    return around
        ? "What `" + model.simpleName() + "` is nested in is"
        : "`" + model.simpleName() + "` is";
  }

  private static void check(Component component, ModelDeclaration model, Report report) {
    if (component.has("Ignored")) {
      return;
    }
    component
        .type()
        .constants()
        .flatMap(type -> Nesting.hidden(type.element(), model.type()))
        .ifPresent(
            hidden -> {
              boolean isPrivate = hidden.getModifiers().contains(Modifier.PRIVATE);
              report.add(
                  Rule.OUT_OF_REACH,
                  component.origin(),
                  "`"
                      + component.name()
                      + "` is "
                      + Wording.a(component.type().shown())
                      + ", and `"
                      + hidden.getSimpleName()
                      + (isPrivate ? "` is private" : "` is not public, and in another package")
                      + ", so generated code can't use it.",
                  isPrivate ? "Drop `private`: the package is enough." : "Make it public.");
            });
  }
}
