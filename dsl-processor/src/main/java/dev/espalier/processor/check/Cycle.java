package dev.espalier.processor.check;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code Cycle}: layers that take each other in a circle. */
final class Cycle implements NetworkCheck {
  @Override
  public void check(NetworkUse use, ModelDeclaration model, Report report) {
    Set<String> done = new HashSet<>();
    for (LayerDeclaration layer : use.network().layers()) {
      follow(layer, use.network(), new ArrayList<>(), done, report);
    }
  }

  private static void follow(
      LayerDeclaration layer,
      NetworkDeclaration network,
      List<String> open,
      Set<String> done,
      Report report) {
    if (done.contains(layer.name())) {
      return;
    }
    open.add(layer.name());
    for (Input input : layer.inputs()) {
      String name = input.taken();
      if (open.contains(name)) {
        List<String> circle = new ArrayList<>(open.subList(open.indexOf(name), open.size()));
        circle.add(name);
        report.add(
            Rule.CYCLE,
            input.origin(),
            "Layers take each other in a circle: " + String.join(" takes ", circle) + ".",
            "Let one of them take something else.");
      } else {
        network.layer(name).ifPresent(next -> follow(next, network, open, done, report));
      }
    }
    open.remove(layer.name());
    done.add(layer.name());
  }
}
