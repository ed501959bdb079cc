package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code UnknownAlong} of features: a sequence that runs along something that is none. */
final class UnknownAlong implements FeatureCheck {
  @Override
  public void check(Component feature, Mark mark, ModelDeclaration model, Report report) {
    if (!Along.says(mark)) {
      return;
    }
    boolean known = Along.named(feature, mark, List.of(mark.name()), model, report).isPresent();
    if (known && mark.states("length")) {
      report.add(
          Rule.TABLE_SAID_TWICE,
          mark.origin("length"),
          "`length` is the business of `"
              + mark.text("along")
              + "`, along which `"
              + feature.name()
              + "` runs.",
          "Say it there.");
    }
  }
}
