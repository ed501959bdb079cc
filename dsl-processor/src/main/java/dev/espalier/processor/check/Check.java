package dev.espalier.processor.check;

import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;

/** One rule about a model as it was declared. */
@FunctionalInterface
interface Check {

  /** Reports what breaks the rule. */
  void check(ModelDeclaration model, Report report);
}
