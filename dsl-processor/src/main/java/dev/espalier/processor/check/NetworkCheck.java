package dev.espalier.processor.check;

import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;

/** One rule about a network. */
@FunctionalInterface
interface NetworkCheck {

  /** Reports what breaks the rule. */
  void check(NetworkUse use, ModelDeclaration model, Report report);
}
