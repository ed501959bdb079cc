package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.ValueType.Constant;
import dev.espalier.processor.read.ValueType.EnumType;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.task.LabelKinds;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code ConstantText}: texts of data that can't be told apart, or that say nothing. */
final class ConstantText implements Check {
  private final Round round;

  ConstantText(Round round) {
    this.round = round;
  }

  @Override
  public void check(ModelDeclaration model, Report report) {
    for (Component component : model.components()) {
      component.mark("Column").ifPresent(column -> check(component, column, report));
      if (!component.has("Ignored")) {
        component.type().constants().ifPresent(type -> check(component, type, report));
      }
    }
  }

  private static void check(Component component, Mark column, Report report) {
    if (column.states("yes") && component.type().form() != Form.BOOLEAN && isFit(component)) {
      report.add(
          Rule.CONSTANT_TEXT,
          column.origin("yes"),
          "`yes` is the text of a boolean's true; " + Wording.is(component) + ".",
          component.type().constants().isPresent()
              ? "Write @Column on the constants of the enum."
              : "Remove it, or make `" + component.name() + "` a boolean.");
    }
    if (column.states("yes") && column.text("yes").isEmpty()) {
      report.add(
          Rule.CONSTANT_TEXT,
          column.origin("yes"),
          "`yes` is empty, and so says no text that means true.",
          "Write the text as it stands in the data.");
    }
    if (column.states("at") && column.states("value")) {
      report.add(
          Rule.CONSTANT_TEXT,
          column.origin("at"),
          "`at` and a name both say where `" + component.name() + "` is found.",
          "Keep the name for files with a header, `at` for files without.");
    } else if (column.statedMembers().isEmpty()
        || column.states("value") && column.text("value").isBlank()) {
      report.add(
          Rule.CONSTANT_TEXT,
          column.origin("value"),
          "@Column says nothing of `" + component.name() + "`.",
          "Write its header, as in @Column(\"weeks worked\"), or its position: @Column(at = 0).");
    }
  }

  /** Whether the type is one that its role takes; else that is the mistake. */
  private static boolean isFit(Component component) {
    return component.has("TaskHead")
        ? LabelKinds.of(component).isPresent()
        : Features.mark(component).stream()
            .allMatch(mark -> Features.of(mark.name()).orElseThrow().takes(component.type()));
  }

  private void check(Component component, EnumType type, Report report) {
    Map<String, Constant> byText = new LinkedHashMap<>();
    for (Constant constant : type.constants()) {
      Constant before = byText.putIfAbsent(constant.text(), constant);
      if (before != null) {
        report.add(
            Rule.CONSTANT_TEXT,
            round.inSource().test(type.element()) ? constant.origin() : component.origin(),
            "`"
                + before.name()
                + "` and `"
                + constant.name()
                + "` of `"
                + type.element().getSimpleName()
                + "` have the same text in data: \""
                + constant.text()
                + "\".",
            "Give each constant a @Column of its own.");
      }
    }
  }
}
