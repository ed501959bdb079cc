package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.NetworkOutput;
import dev.espalier.processor.report.Names;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.TrunkLevels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code WhichOutput}: a network with several candidates for its output. */
final class WhichOutput implements NetworkCheck {
  @Override
  public void check(NetworkUse use, ModelDeclaration model, Report report) {
    List<String> untaken =
        NetworkOutput.untaken(use.network()).stream().map(LayerDeclaration::name).toList();
    if (use.network().layer("out").isPresent() || untaken.size() < 2) {
      return;
    }
    // A parameter that means nothing may be meant to be one of them: that is the mistake then.
    boolean slip =
        use.network().layers().stream()
            .flatMap(layer -> layer.inputs().stream())
            .anyMatch(input -> !isKnown(input.taken(), use, model));
    if (!slip) {
      report.add(
          Rule.WHICH_OUTPUT,
          use.network().origin(),
          "`"
              + use.network().name()
              + "` has no output: nobody takes "
              + Names.of(untaken)
              + ", and none is called `out`.",
          "Call the output `out`.");
    }
  }

  private static boolean isKnown(String name, NetworkUse use, ModelDeclaration model) {
    Set<String> names = new HashSet<>(Set.of("in"));
    use.network().layers().forEach(layer -> names.add(layer.name()));
    if (use.isBlock()) {
      return names.contains(name);
    }
    names.add("features");
    Features.in(model.example()).forEach(feature -> names.add(feature.name()));
    if (use.isTower()) {
      names.addAll(TrunkLevels.of(model).names());
      model.example().labels().forEach(label -> names.add(label.name()));
    }
    String[] parts = name.split("\\.", -1);
    boolean address = Set.of("features", "trunk", "tasks").contains(parts[0]);
    return names.contains(name) || address && (parts.length == 1 || names.contains(parts[1]));
  }
}
