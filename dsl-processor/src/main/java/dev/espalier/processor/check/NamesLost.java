package dev.espalier.processor.check;

import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code NamesLost}: a network from a class file without the names of its parameters. */
final class NamesLost implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (NetworkUse use : NetworkUse.of(model)) {
      if (use.network().isInterface() && use.network().namesLost()) {
        report.add(
            Rule.NAMES_LOST,
            use.origin(),
            "`"
                + use.network().name()
                + "` comes from a class file without its parameters' names, which are its wiring.",
            "Compile it with the processor, or with -parameters.");
      }
    }
  }
}
