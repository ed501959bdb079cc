package dev.espalier.processor.check;

import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code NotANetwork}: a class given as a network that is no interface with layers. */
final class NotANetwork implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    for (NetworkUse use : NetworkUse.of(model)) {
      if (!use.network().isInterface()) {
        report.add(
            Rule.NOT_A_NETWORK,
            use.origin(),
            "`" + use.network().name() + "` is no network: an interface whose methods are layers.",
            "A network is written like interface Trunk { @Dense(64) @Relu Tensor out(Tensor in);"
                + " }");
      } else if (use.network().layers().isEmpty() && use.network().strays().isEmpty()) {
        report.add(
            Rule.NOT_A_NETWORK,
            use.origin(),
            "`" + use.network().name() + "` is no network: it has no layers.",
            "Write at least one, like @Dense(64) @Relu Tensor out(Tensor in);");
      } else if (use.network().layers().isEmpty()) {
        NotALayer.checkStrays(use, report);
      }
    }
  }
}
