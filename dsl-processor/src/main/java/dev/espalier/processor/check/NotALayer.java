package dev.espalier.processor.check;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.NetworkDeclaration.Stray;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code NotALayer}: a method that is no layer, or takes something that is no tensor. */
final class NotALayer implements NetworkCheck {
  @Override
  public void check(NetworkUse use, ModelDeclaration model, Report report) {
    checkStrays(use, report);
    for (LayerDeclaration layer : use.network().layers()) {
      if (EachLayer.line(layer).isEmpty()) {
        report.add(
            Rule.NOT_A_LAYER,
            layer.origin(),
            "`" + layer.name() + "` has no layer annotation.",
            "Say what it does, as in @Dense(64) @Relu Tensor " + layer.name() + "(...).");
      }
      for (Input input : layer.inputs()) {
        if (!input.takesTensor()) {
          report.add(
              Rule.NOT_A_LAYER,
              input.origin(),
              "Layers take Tensor; `"
                  + input.name()
                  + "` of `"
                  + layer.name()
                  + "` is something else.",
              "Settings stand in the annotation, as in @Dense(64).");
        }
      }
    }
  }

  static void checkStrays(NetworkUse use, Report report) {
    for (Stray stray : use.network().strays()) {
      report.add(
          Rule.NOT_A_LAYER,
          stray.origin(),
          "`" + stray.name() + "` is no layer: " + stray.reason() + ".",
          "A layer is an abstract method, like @Dense(64) Tensor " + stray.name() + "(Tensor in);");
    }
  }
}
