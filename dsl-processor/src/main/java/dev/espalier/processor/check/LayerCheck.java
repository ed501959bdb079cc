package dev.espalier.processor.check;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.report.Report;

/** One rule about a layer of a network. */
@FunctionalInterface
interface LayerCheck {

  /** Reports what breaks the rule. */
  void check(LayerDeclaration layer, NetworkUse use, Report report);
}
