package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.room.Range;
import dev.espalier.processor.task.LabelKind;
import dev.espalier.processor.task.LabelKinds;
import java.util.List;
import java.util.function.BiPredicate;

/** {@code OutOfRange}: a number that is not what its annotation allows. */
final class OutOfRange implements Check {
  private static final int MOST_PIXEL_CLASSES = 255;

  @Override
  public void check(ModelDeclaration model, Report report) {
    model.marks().forEach(mark -> check(mark, (range, number) -> false, report));
    for (Component component : model.components()) {
      component.marks().forEach(mark -> check(mark, (range, number) -> false, report));
      component.mark("TaskHead").ifPresent(head -> checkLabels(component, head, report));
      component.mark("TaskHead").ifPresent(head -> checkPixels(model, component, head, report));
    }
  }

  /** Of a {@code boolean[]} every entry is a label that generated code writes. */
  private static void checkLabels(Component component, Mark head, Report report) {
    boolean labels = component.type().form() == Form.BOOLEANS && head.states("length");
    if (labels
        && head.integer("length") > Range.MOST_CLASSES
        && head.integer("length") <= Range.MOST_UNITS) {
      report.add(
          Rule.OUT_OF_RANGE,
          head.origin("length"),
          "The length of a label of yes and no is at most "
              + Range.MOST_CLASSES
              + "; this is "
              + head.integer("length")
              + ".",
          "");
    }
  }

  /** Classes of pixels are kept as bytes, of which one stands for none. */
  private static void checkPixels(
      ModelDeclaration model, Component component, Mark head, Report report) {
    boolean pixels =
        LabelKinds.of(component).flatMap(LabelKind::along).isPresent()
            && model.component(head.text("along")).filter(it -> it.has("Image")).isPresent();
    if (pixels) {
      checkIgnored(component, head, report);
    }
    for (String member : List.of("classes", "ignore")) {
      if (pixels && head.states(member) && head.integer(member) > MOST_PIXEL_CLASSES) {
        report.add(
            Rule.OUT_OF_RANGE,
            head.origin(member),
            "A class of pixels is kept in a byte: `"
                + member
                + "` is at most "
                + MOST_PIXEL_CLASSES
                + "; this is "
                + head.integer(member)
                + ".",
            "");
      }
    }
  }

  /**
   * Of an enum every pixel is one of its constants; a number may well be one beyond the classes.
   */
  private static void checkIgnored(Component component, Mark head, Report report) {
    int classes = component.type().constants().map(it -> it.constants().size()).orElse(0);
    if (classes > 0 && head.states("ignore") && head.integer("ignore") >= classes) {
      report.add(
          Rule.OUT_OF_RANGE,
          head.origin("ignore"),
          "`ignore` is a class of the "
              + classes
              + " of `"
              + component.name()
              + "`, from 0 to "
              + (classes - 1)
              + "; this is "
              + head.integer("ignore")
              + ", which no pixel has.",
          "Write the position of the constant that does not count, or remove it.");
    }
  }

  /**
   * Checks the numbers that the user wrote in an annotation.
   *
   * @param allowed numbers that are allowed in any case
   */
  static void check(Mark mark, BiPredicate<Range, Double> allowed, Report report) {
    for (Range range : Ranges.of(mark)) {
      if (!mark.states(range.member())) {
        continue;
      }
      List<Double> numbers = mark.numbers(range.member());
      for (int i = 0; i < numbers.size(); i++) {
        double number = numbers.get(i);
        if (!range.contains(number) && !allowed.test(range, number)) {
          report.add(
              Rule.OUT_OF_RANGE,
              mark.origin(range.member(), i),
              range.noun() + " is " + range.words() + "; this is " + Wording.number(number) + ".",
              "");
        }
      }
    }
  }
}
