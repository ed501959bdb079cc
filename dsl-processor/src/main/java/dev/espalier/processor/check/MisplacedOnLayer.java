package dev.espalier.processor.check;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code Misplaced} on layers: annotations of components. */
final class MisplacedOnLayer implements LayerCheck {
  @Override
  public void check(LayerDeclaration layer, NetworkUse use, Report report) {
    if (EachLayer.line(layer).isEmpty()) {
      // That it is no layer is the mistake.
      return;
    }
    for (Mark mark : layer.marks()) {
      if (Says.role(mark) || Says.ofTask(mark) || mark.name().equals("Column")) {
        report.add(
            Rule.MISPLACED,
            mark.origin(),
            mark + " is for components of a model; `" + layer.name() + "` is a layer.",
            "Remove it.");
      } else if (Says.modifier(mark)) {
        MisplacedOnNetwork.checkParts(mark, layer.name(), report);
      }
    }
  }
}
