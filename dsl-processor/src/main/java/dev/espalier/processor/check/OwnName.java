package dev.espalier.processor.check;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code OwnName}: a layer that takes its own name. */
final class OwnName implements LayerCheck {
  @Override
  public void check(LayerDeclaration layer, NetworkUse use, Report report) {
    // Of two layers of one name, or one of a reserved name, that is the mistake.
    boolean shared =
        use.network().layers().stream().filter(it -> it.name().equals(layer.name())).count() > 1;
    if (shared || ReservedLayerName.NAMES.contains(layer.name())) {
      return;
    }
    for (Input input : layer.inputs()) {
      if (input.taken().equals(layer.name())) {
        report.add(
            Rule.OWN_NAME,
            input.origin(),
            "Layer `" + layer.name() + "` takes `" + layer.name() + "`, which is its own name.",
            "For a feature of that name write @From(\"features."
                + layer.name()
                + "\") Tensor "
                + layer.name()
                + (use.isTower()
                    ? ", for a layer of the trunk @From(\"trunk." + layer.name() + "\")."
                    : "."));
      }
    }
  }
}
