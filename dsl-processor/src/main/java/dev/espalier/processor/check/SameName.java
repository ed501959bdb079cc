package dev.espalier.processor.check;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.HashSet;
import java.util.Set;

/** {@code SameName}: two layers of one name. */
final class SameName implements NetworkCheck {
  @Override
  public void check(NetworkUse use, ModelDeclaration model, Report report) {
    Set<String> seen = new HashSet<>();
    for (LayerDeclaration layer : use.network().layers()) {
      if (!seen.add(layer.name())) {
        report.add(
            Rule.SAME_NAME,
            layer.origin(),
            "Two layers are called `" + layer.name() + "`.",
            "A layer's name is what others take it by; rename one.");
      }
    }
  }
}
