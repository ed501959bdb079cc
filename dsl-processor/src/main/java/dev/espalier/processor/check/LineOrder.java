package dev.espalier.processor.check;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code LineOrder}: a line that is not written in the order in which it runs. */
final class LineOrder implements LayerCheck {
  @Override
  public void check(LayerDeclaration layer, NetworkUse use, Report report) {
    if (TwoLayers.second(layer).isPresent()) {
      return;
    }
    List<Mark> line = EachLayer.line(layer);
    for (int i = 1; i < line.size(); i++) {
      if (TwoLayers.role(line.get(i)).compareTo(TwoLayers.role(line.get(i - 1))) < 0) {
        report.add(
            Rule.LINE_ORDER,
            line.get(i).origin(),
            "A line reads operation, normalisation, activation, dropout, and runs so; "
                + line.get(i)
                + " stands after "
                + line.get(i - 1)
                + ".",
            "Put it before, or write two methods for another order.");
        return;
      }
    }
  }
}
