package dev.espalier.processor.check;

import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Origin;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.function.Predicate;

/** {@code Misplaced} values of heads: settings that say nothing for this kind of task. */
final class SilentHeadValue implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    if (label.head().states("standardize")
        && label.kind().filter(kind -> !(kind instanceof Kind.Regression)).isPresent()) {
      misplaced(
          label, label.head().origin("standardize"), "`standardize` is for regression", report);
    }
    if (label.head().states("ignore")
        && label.kind().filter(kind -> !(kind instanceof Kind.PixelClasses)).isPresent()) {
      misplaced(
          label, label.head().origin("ignore"), "`ignore` is for a class for each pixel", report);
    }
    silent(label, "Box", kind -> kind instanceof Kind.OneBox, "float[] labels", report);
    silent(
        label,
        "Ordinal",
        kind -> kind instanceof Kind.OrderedClasses,
        "enum and int labels",
        report);
  }

  private static void silent(
      Label label, String annotation, Predicate<Kind> fits, String words, Report report) {
    label
        .component()
        .mark(annotation)
        .filter(mark -> label.kind().filter(fits.negate()).isPresent())
        .ifPresent(mark -> misplaced(label, mark.origin(), mark + " is for " + words, report));
  }

  private static void misplaced(Label label, Origin origin, String sentence, Report report) {
    report.add(
        Rule.MISPLACED,
        origin,
        sentence + "; `" + label.component().name() + "` is " + label.kind().get().words() + ".",
        "Remove it.");
  }
}
