package dev.espalier.processor.check;

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
    check(model, "Input", model.features(), report);
    check(model, "Prediction", model.labels(), report);
  }

  private static void check(
      ModelDeclaration model, String suffix, List<Component> components, Report report) {
    int slots = components.stream().mapToInt(TooManyColumns::slots).sum();
    if (slots > MOST) {
      report.add(
          Rule.TOO_MANY_COLUMNS,
          model.origin(),
          "`"
              + model.name()
              + suffix
              + "` would have "
              + components.size()
              + " components; Java allows 254, a double or long counting twice.",
          "Put columns of one kind into a float[] with length.");
    }
  }

  private static int slots(Component component) {
    TypeKind kind = component.type().mirror().getKind();
    return kind == TypeKind.DOUBLE || kind == TypeKind.LONG ? 2 : 1;
  }
}
