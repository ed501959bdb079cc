package dev.espalier.processor.check;

import dev.espalier.processor.balancing.Balancings;
import dev.espalier.processor.clipping.Clippings;
import dev.espalier.processor.optimizer.Optimizers;
import dev.espalier.processor.plan.Modifiers;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code Misplaced} on networks: annotations that say nothing of an interface of layers. */
final class MisplacedOnNetwork implements NetworkCheck {
  @Override
  public void check(NetworkUse use, ModelDeclaration model, Report report) {
    use.network().modifiers().forEach(mark -> check(use.network(), mark, report));
  }

  private static void check(NetworkDeclaration network, Mark mark, Report report) {
    if (Optimizers.of(mark.name()).isPresent()
        || Balancings.of(mark.name()).isPresent()
        || Clippings.of(mark.name()).isPresent()) {
      report.add(
          Rule.MISPLACED,
          mark.origin(),
          mark + " stands on a model; `" + network.name() + "` is a network.",
          "Write it beside the model's sharing annotation.");
    } else if (Says.modifier(mark)) {
      checkParts(mark, network.name(), report);
    }
  }

  /** Parts are named on the model only. */
  static void checkParts(Mark mark, String name, Report report) {
    String parts = Modifiers.partsMember(mark);
    if (mark.states(parts) && !mark.texts(parts).isEmpty()) {
      report.add(
          Rule.MISPLACED,
          mark.origin(parts),
          "Parts are named on the model; on `" + name + "` " + mark + " holds for it alone.",
          "Move " + mark + " to the model, or name no parts.");
    }
  }
}
