package dev.espalier.processor.check;

import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code BlockInItself}: a block that contains itself, perhaps through others. */
final class BlockInItself implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    Set<String> done = new HashSet<>();
    for (NetworkUse use : NetworkUse.of(model)) {
      follow(use.network(), model, new ArrayList<>(), done, report);
    }
  }

  private static void follow(
      NetworkDeclaration network,
      ModelDeclaration model,
      List<String> open,
      Set<String> done,
      Report report) {
    if (done.contains(network.key())) {
      return;
    }
    open.add(network.key());
    for (LayerDeclaration layer : network.layers()) {
      Optional<Mark> block = NetworkUse.block(layer);
      Optional<NetworkDeclaration> inside =
          block.flatMap(mark -> model.networks().of(mark, "network"));
      if (inside.isEmpty()) {
        continue;
      }
      if (open.contains(inside.get().key())) {
        report.add(
            Rule.BLOCK_IN_ITSELF,
            block.get().origin("network"),
            "`"
                + inside.get().name()
                + "` contains itself: `"
                + layer.name()
                + "` of `"
                + network.name()
                + "` uses it.",
            "Use another network there; for a chain of blocks say repeat = n.");
      } else {
        follow(inside.get(), model, open, done, report);
      }
    }
    open.remove(network.key());
    done.add(network.key());
  }
}
