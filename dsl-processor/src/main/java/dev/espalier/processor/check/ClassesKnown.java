package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.OptionalInt;

/** {@code ClassesKnown}: a count that the label's type says already. */
final class ClassesKnown implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    Component component = label.component();
    if (!label.room().needsClasses(component.type())) {
      check(label, "classes", "is for int, int[] and byte[] labels", report);
    }
    if (!label.room().needsLength(component.type())) {
      check(label, "length", "is for float[] and boolean[] labels", report);
    }
  }

  private static void check(Label label, String member, String words, Report report) {
    if (!label.head().states(member)) {
      return;
    }
    OptionalInt fixed = label.room().fixedLength();
    report.add(
        Rule.CLASSES_KNOWN,
        label.head().origin(member),
        "`"
            + member
            + "` "
            + (fixed.isPresent()
                ? "is for labels that leave it open; `"
                    + label.component().name()
                    + "` is a box, which always has "
                    + fixed.getAsInt()
                    + " numbers."
                : words + "; " + Wording.is(label.component()) + "."),
        fixed.isPresent() ? "Remove it." : help(label));
  }

  private static String help(Label label) {
    if (label.room().needsLength(label.component().type())) {
      return "Write `length` instead, the count of values in every example.";
    }
    return label.room().needsClasses(label.component().type())
        ? "Write `classes` instead, the number of classes."
        : "Remove it: the type says what the task predicts.";
  }
}
