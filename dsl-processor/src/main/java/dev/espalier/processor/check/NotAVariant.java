package dev.espalier.processor.check;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Origin;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharings;
import javax.lang.model.element.TypeElement;

/** {@code NotAVariant}: a {@code @ModelOf} of something that is no model, or with components. */
final class NotAVariant implements Check {

  /** Whether something is a model that variants can be made of. */
  static boolean canBeVaried(ModelDeclaration model) {
    return !Sharings.marks(model).isEmpty() && model.mark("ModelOf").isEmpty();
  }

  @Override
  public void check(ModelDeclaration model, Report report) {
    model.mark("ModelOf").ifPresent(variant -> check(model, variant, report));
  }

  private static void check(ModelDeclaration model, Mark variant, Report report) {
    if (!model.components().isEmpty()) {
      report.add(
          Rule.NOT_A_VARIANT,
          model.components().get(0).origin(),
          "`"
              + model.simpleName()
              + "` varies another model and so has no components of its own; `"
              + model.components().get(0).name()
              + "` is one.",
          "Write the component in the model that it varies, or drop @ModelOf.");
      return;
    }
    String name =
        variant.type("value").map(type -> type.toString().replaceAll(".*\\.", "")).orElse("void");
    Origin origin = variant.origin("value");
    if (variant.element("value").filter(model.type()::equals).isPresent()) {
      report.add(
          Rule.NOT_A_VARIANT,
          origin,
          "`" + name + "` can't vary itself.",
          "Name the model whose example and tasks it uses.");
    } else if (model.base().isEmpty()
        || Sharings.marks(model.base().get()).isEmpty()
            && model.base().get().mark("ModelOf").isEmpty()) {
      report.add(
          Rule.NOT_A_VARIANT,
          origin,
          "`" + name + "` is no model: it has no sharing annotation.",
          "Name a record or class with, for instance, @SharedTrunk.");
    } else if (model.base().get().mark("ModelOf").isPresent()) {
      String root =
          model
              .base()
              .get()
              .mark("ModelOf")
              .orElseThrow()
              .element("value")
              .map(TypeElement::getSimpleName)
              .map(Object::toString)
              .orElse("");
      report.add(
          Rule.NOT_A_VARIANT,
          origin,
          "`" + name + "` is itself a variant, of `" + root + "`.",
          "Write @ModelOf(" + root + ".class), and repeat what differs.");
    }
  }
}
