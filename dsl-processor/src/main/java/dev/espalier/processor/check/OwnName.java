package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.LayerDeclaration.Input;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.TrunkLevels;
import java.util.ArrayList;
import java.util.List;

/** {@code OwnName}: a layer that takes its own name. */
final class OwnName implements NetworkCheck {
  @Override
  public void check(NetworkUse use, ModelDeclaration model, Report report) {
    use.network().layers().forEach(layer -> check(layer, use, model, report));
  }

  private static void check(
      LayerDeclaration layer, NetworkUse use, ModelDeclaration model, Report report) {
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
            help(layer.name(), use, model));
      }
    }
  }

  /** What has the name outside of the network is taken by its address; a block sees none of it. */
  private static String help(String name, NetworkUse use, ModelDeclaration model) {
    List<String> ways = new ArrayList<>();
    if (!use.isBlock()
        && Features.in(model.example()).stream().anyMatch(each -> each.name().equals(name))) {
      ways.add("for the feature of that name write @From(\"features." + name + "\")");
    }
    if (use.isTower() && TrunkLevels.of(model).names().contains(name)) {
      ways.add("for the layer of the trunk write @From(\"trunk." + name + "\")");
    }
    return ways.isEmpty()
        ? "Name the layer that it takes, or rename this one; what flows in is `in`."
        : Wording.capital(String.join(", ", ways)) + " Tensor " + name + ".";
  }
}
