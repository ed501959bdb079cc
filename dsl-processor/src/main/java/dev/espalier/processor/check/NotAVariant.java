package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharings;
import java.util.Optional;

/** {@code NotAVariant}: a {@code @ModelOf} of something that is no model, or with components. */
final class NotAVariant implements Check {
  private final Round round;

  NotAVariant(Round round) {
    this.round = round;
  }

  /** Whether something is a model that variants can be made of. */
  static boolean canBeVaried(ModelDeclaration model) {
    return !Sharings.marks(model).isEmpty() && model.mark("ModelOf").isEmpty();
  }

  @Override
  public void check(ModelDeclaration model, Report report) {
    model.mark("ModelOf").ifPresent(variant -> check(model, variant, report));
  }

  private void check(ModelDeclaration model, Mark variant, Report report) {
    String name = model.simpleName();
    if (!model.components().isEmpty()) {
      Component first = model.components().get(0);
      report.add(
          Rule.NOT_A_VARIANT,
          first.origin(),
          "`"
              + name
              + "` varies another model and so has no components of its own; `"
              + first.name()
              + "` is one.",
          "Write the component in the model that it varies, or drop @ModelOf.");
    } else if (variant.element("value").filter(model.type()::equals).isPresent()) {
      report.add(
          Rule.NOT_A_VARIANT,
          variant.origin("value"),
          "`" + name + "` can't vary itself.",
          "Name the model whose example and tasks it uses.");
    } else if (model.base().isEmpty()) {
      noModel(variant, report);
    } else if (!canBeVaried(model.base().get())) {
      checkBase(model.base().get(), variant, report);
    }
  }

  private void checkBase(ModelDeclaration base, Mark variant, Report report) {
    Optional<Mark> own = base.mark("ModelOf");
    if (own.isEmpty()) {
      // With heads and in source it is told of the sharing annotation that it lacks.
      if (base.labels().isEmpty() || !round.inSource().test(base.type())) {
        noModel(variant, report);
      }
    } else if (base.components().isEmpty()) {
      String root =
          own.get().element("value").map(it -> it.getSimpleName().toString()).orElse("void");
      report.add(
          Rule.NOT_A_VARIANT,
          variant.origin("value"),
          "`" + base.simpleName() + "` is itself a variant, of `" + root + "`.",
          "Write @ModelOf(" + root + ".class), and repeat what differs.");
    }
  }

  private static void noModel(Mark variant, Report report) {
    String name =
        variant.type("value").map(type -> type.toString().replaceAll(".*\\.", "")).orElse("void");
    report.add(
        Rule.NOT_A_VARIANT,
        variant.origin("value"),
        "`" + name + "` is no model: it has no sharing annotation.",
        "Name a record or class with, for instance, @SharedTrunk.");
  }
}
