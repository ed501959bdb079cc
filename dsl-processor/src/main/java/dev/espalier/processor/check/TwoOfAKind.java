package dev.espalier.processor.check;

import dev.espalier.processor.balancing.Balancings;
import dev.espalier.processor.clipping.Clippings;
import dev.espalier.processor.optimizer.Optimizers;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharings;
import java.util.List;

/**
 * {@code TwoOfAKind}: two sharing schemes, optimizers, balancing methods, clippings, weights of
 * rows, ways to draw rows.
 */
final class TwoOfAKind implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    check(Sharings.marks(model), "A model has one sharing scheme", report);
    check(
        model.marks().stream().filter(mark -> Optimizers.of(mark.name()).isPresent()).toList(),
        "A model has one optimizer",
        report);
    check(Balancings.among(model.marks()), "A model has one balancing method", report);
    check(Clippings.among(model.marks()), "A model has one clipping of gradients", report);
    checkComponents(
        model,
        "RowWeight",
        "Multiply them to one component, or write @Ignored on the others.",
        report);
    checkComponents(
        model,
        "Resampled",
        "Keep one; for the others write @CrossEntropy(balanced = true).",
        report);
  }

  /** Of annotations that one component of a model may have. */
  private static void checkComponents(
      ModelDeclaration model, String annotation, String help, Report report) {
    List<Component> having =
        model.components().stream()
            .filter(each -> each.has(annotation) && Says.roles(each).size() == 1)
            .toList();
    if (having.size() > 1) {
      report.add(
          Rule.TWO_OF_A_KIND,
          having.get(1).mark(annotation).orElseThrow().origin(),
          "A model has one @"
              + annotation
              + "; `"
              + having.get(0).name()
              + "` and `"
              + having.get(1).name()
              + "` have it.",
          help);
    }
  }

  private static void check(List<Mark> marks, String rule, Report report) {
    if (marks.size() > 1 && !marks.get(0).name().equals(marks.get(1).name())) {
      report.add(
          Rule.TWO_OF_A_KIND,
          marks.get(1).origin(),
          rule + "; here are " + marks.get(0) + " and " + marks.get(1) + ".",
          "Keep one; for a second model over the same data write @ModelOf.");
    }
  }
}
