package dev.espalier.processor.check;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.Set;

/** {@code ReservedName} of layers. */
final class ReservedLayerName implements LayerCheck {
  static final Set<String> NAMES = Set.of("in", "features", "logits");

  @Override
  public void check(LayerDeclaration layer, NetworkUse use, Report report) {
    if (NAMES.contains(layer.name())) {
      report.add(
          Rule.RESERVED_NAME,
          layer.origin(),
          "A layer can't be called `"
              + layer.name()
              + "`: that is "
              + ReservedName.meaning(layer.name())
              + ".",
          layer.name().equals("logits")
              ? "The head adds it to what the tower ends with; call the last layer `out`."
              : "Rename it.");
    } else if (layer.name().equals("stem") && use.isTower() && use.mark().states("stem")) {
      report.add(
          Rule.RESERVED_NAME,
          layer.origin(),
          "A layer of this tower can't be called `stem`: that is the stem of its task.",
          "Rename it.");
    }
  }
}
