package dev.espalier.processor.check;

import dev.espalier.processor.layer.Layers;
import dev.espalier.processor.layer.Role;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.Optional;

/** {@code TwoLayers}: two annotations of one role on one method. */
final class TwoLayers implements LayerCheck {
  @Override
  public void check(LayerDeclaration layer, NetworkUse use, Report report) {
    second(layer)
        .ifPresent(
            second ->
                report.add(
                    Rule.TWO_LAYERS,
                    second.origin(),
                    "One method is one layer; "
                        + first(layer, second)
                        + " and "
                        + second
                        + " stand on `"
                        + layer.name()
                        + "`.",
                    "Write a method for each."));
  }

  /** The first annotation whose role another has already. */
  static Optional<Mark> second(LayerDeclaration layer) {
    return EachLayer.line(layer).stream()
        .filter(mark -> first(layer, mark) != mark)
        .filter(mark -> !first(layer, mark).name().equals(mark.name()))
        .findFirst();
  }

  private static Mark first(LayerDeclaration layer, Mark like) {
    return EachLayer.line(layer).stream()
        .filter(mark -> role(mark) == role(like))
        .findFirst()
        .orElse(like);
  }

  static Role role(Mark mark) {
    return Layers.of(mark.name()).orElseThrow().role();
  }
}
