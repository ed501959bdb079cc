package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;

/** One rule about a feature whose type its annotation takes. */
@FunctionalInterface
interface FeatureCheck {

  /** Reports what breaks the rule. */
  void check(Component feature, Mark mark, ModelDeclaration model, Report report);
}
