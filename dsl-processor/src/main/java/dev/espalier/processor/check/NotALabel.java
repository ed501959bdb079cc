package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.task.LabelKinds;

/** {@code NotALabel}: a label of a type that nothing can learn. */
final class NotALabel implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component label : model.labels()) {
      if (LabelKinds.of(label).isEmpty()) {
        report.add(
            Rule.NOT_A_LABEL,
            label.mark("TaskHead").orElseThrow().origin(),
            Wording.is(label)
                + ", and that can't be a label; labels are boolean, enum, int with classes, float,"
                + " double, float[], boolean[], sets of an enum, and along tokens or pixels"
                + " arrays of an enum, int[] and byte[].",
            AlongType.help(label, model).orElseGet(() -> help(label.type().form())));
      }
    }
  }

  private static String help(Form form) {
    return switch (form) {
      case TEXT -> "Make it an enum, or an int with @TaskHead(classes = n).";
      case LONG -> "Make it an int with @TaskHead(classes = n), or a float if it is a quantity.";
      case LONGS -> "Make it a float[] with @TaskHead(length = n).";
      case CONSTANT_LIST -> "Make it a Set.";
      case TEXTS, TEXT_SET, TEXT_LIST -> "Make it a Set of an enum.";
      default -> "Give what is to be predicted in one of these types.";
    };
  }
}
