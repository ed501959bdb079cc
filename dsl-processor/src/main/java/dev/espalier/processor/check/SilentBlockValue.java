package dev.espalier.processor.check;

import dev.espalier.processor.plan.BlockUse;
import dev.espalier.processor.read.LayerDeclaration;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.read.NetworkDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.Map;

/**
 * {@code Misplaced} values of blocks: units or a stride that the block's network never asks for.
 */
final class SilentBlockValue implements NetworkCheck {
  private static final Map<String, String> SYMBOLS = Map.of("units", "UNITS", "stride", "STRIDE");

  @Override
  public void check(NetworkUse use, ModelDeclaration model, Report report) {
    if (!use.isBlock() || use.network().broken()) {
      return;
    }
    for (String member : List.of("units", "stride")) {
      if (use.mark().states(member) && !asks(use.network(), member)) {
        String symbol = SYMBOLS.get(member);
        report.add(
            Rule.MISPLACED,
            use.mark().origin(member),
            "`"
                + member
                + "` is what "
                + symbol
                + " means inside the block, and `"
                + use.network().name()
                + "` does not use "
                + symbol
                + ".",
            help(use.network(), member));
      }
    }
  }

  private static String help(NetworkDeclaration network, String member) {
    String other = member.equals("units") ? "stride" : "units";
    return asks(network, other)
        ? "Remove it; of the two `" + network.name() + "` uses " + SYMBOLS.get(other) + " alone."
        : "Remove it; `" + network.name() + "` uses neither UNITS nor STRIDE.";
  }

  /** Whether a layer leaves a number to the use of the block. */
  private static boolean asks(NetworkDeclaration network, String member) {
    return network.layers().stream()
        .map(LayerDeclaration::marks)
        .flatMap(List::stream)
        .anyMatch(mark -> asks(mark, member));
  }

  /** The two symbols are one number: what it stands for is said by the member that has it. */
  private static boolean asks(Mark mark, String member) {
    return mark.isBroken()
        || mark.statedMembers().stream()
            .filter(each -> each.equals("stride") == member.equals("stride"))
            .anyMatch(each -> BlockUse.isSymbol(mark, each));
  }
}
