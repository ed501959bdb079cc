package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import javax.lang.model.type.TypeKind;

/** {@code TooManyColumns}: more components than a generated record can have. */
final class TooManyColumns implements Check {
  private static final int MOST = 254;

  @Override
  public void check(ModelDeclaration model, Report report) {
    List<Component> features = Features.in(model);
    int slots = features.stream().mapToInt(TooManyColumns::slots).sum();
    check(model, "Input", features.size(), slots, report);
    // Where a condition is given there are two predictions; none of them is a double or long.
    long conditional = model.labels().stream().filter(label -> label.has("Given")).count();
    int predictions = model.labels().size() + (int) conditional;
    check(model, "Prediction", predictions, predictions, report);
  }

  private static void check(
      ModelDeclaration model, String suffix, int components, int slots, Report report) {
    if (slots > MOST) {
      report.add(
          Rule.TOO_MANY_COLUMNS,
          model.origin(),
          "`"
              + model.name()
              + suffix
              + "` would have "
              + components
              + " components; Java allows 254, a double or long counting twice.",
          "Put columns of one kind into a float[] with length.");
    }
  }

  private static int slots(Component component) {
    TypeKind kind = component.type().mirror().getKind();
    return kind == TypeKind.DOUBLE || kind == TypeKind.LONG ? 2 : 1;
  }
}
