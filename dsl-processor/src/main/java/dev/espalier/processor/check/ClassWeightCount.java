package dev.espalier.processor.check;

import dev.espalier.processor.loss.Losses;
import dev.espalier.processor.plan.Kind;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code ClassWeightCount}: class weights that are not one for each class. */
final class ClassWeightCount implements LabelCheck {
  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    List<Mark> losses = Losses.marks(label.component());
    if (losses.size() != 1 || !losses.get(0).has("classWeights") || label.kind().isEmpty()) {
      return;
    }
    Mark loss = losses.get(0);
    Kind kind = label.kind().get();
    int weights = loss.numbers("classWeights").size();
    int classes = kind.classes().size();
    boolean says = weights > 0 || loss.has("balanced") && loss.flag("balanced");
    if (says && kind instanceof Kind.OrderedClasses) {
      report.add(
          Rule.CLASS_WEIGHT_COUNT,
          loss.origin(weights > 0 ? "classWeights" : "balanced"),
          "Classes in order are learnt by their thresholds, which have no class weights; `"
              + label.component().name()
              + "` is "
              + kind.words()
              + ".",
          "Remove it, or remove @Ordinal.");
      return;
    }
    if (weights == 0 || classes == 0) {
      return;
    }
    if (weights != classes) {
      report.add(
          Rule.CLASS_WEIGHT_COUNT,
          loss.origin("classWeights"),
          weights
              + (weights == 1 ? " class weight" : " class weights")
              + " for "
              + classes
              + (kind instanceof Kind.MultiLabel ? " labels." : " classes."),
          "Write one for each: " + order(kind) + ".");
    } else if (loss.has("balanced") && loss.flag("balanced")) {
      report.add(
          Rule.CLASS_WEIGHT_COUNT,
          loss.origin("balanced"),
          "`balanced` and `classWeights` both say how much the classes of `"
              + label.component().name()
              + "` count.",
          "Keep one.");
    }
  }

  private static String order(Kind kind) {
    return shortened(kind.classes());
  }

  private static String shortened(List<String> names) {
    return names.size() <= 8
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 4)) + ", ... " + names.get(names.size() - 1);
  }
}
