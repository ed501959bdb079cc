package dev.espalier.processor.check;

import dev.espalier.processor.layer.Layers;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import java.util.List;

/** Asks rules about every layer of a network. */
final class EachLayer implements NetworkCheck {
  private final List<LayerCheck> checks;

  EachLayer(LayerCheck... checks) {
    this.checks = List.of(checks);
  }

  @Override
  public void check(NetworkUse use, ModelDeclaration model, Report report) {
    for (LayerDeclaration layer : use.network().layers()) {
      checks.forEach(each -> each.check(layer, use, report));
    }
  }

  /** The layer annotations of a line, in source order. */
  static List<Mark> line(LayerDeclaration layer) {
    return layer.marks().stream().filter(mark -> Layers.of(mark.name()).isPresent()).toList();
  }
}
