package dev.espalier.processor.check;

import dev.espalier.processor.layer.Inputs;
import dev.espalier.processor.layer.Layers;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;

/** {@code InputCount}: a layer with too few or too many inputs. */
final class InputCount implements LayerCheck {
  @Override
  public void check(LayerDeclaration layer, NetworkUse use, Report report) {
    List<Mark> line = EachLayer.line(layer);
    if (line.isEmpty() || TwoLayers.second(layer).isPresent()) {
      return;
    }
    Inputs inputs = Layers.of(line.get(0).name()).orElseThrow().inputs();
    int count = layer.inputs().size();
    boolean fits =
        switch (inputs) {
          case JOINED, SEVERAL -> count >= 1;
          case TWO_OR_MORE -> count >= 2;
          case LIKE_SECOND -> count == 2;
        };
    if (!fits) {
      report.add(
          Rule.INPUT_COUNT,
          layer.origin(),
          line.get(0)
              + " takes "
              + words(inputs)
              + "; `"
              + layer.name()
              + "` takes "
              + (count == 0 ? "none" : count == 1 ? "one" : String.valueOf(count))
              + ".",
          "A parameter names what the layer takes: `in`, another layer, a feature.");
    }
  }

  private static String words(Inputs inputs) {
    return switch (inputs) {
      case JOINED, SEVERAL -> "one input or more";
      case TWO_OR_MORE -> "two inputs or more";
      case LIKE_SECOND -> "two inputs, the second for its shape";
    };
  }
}
