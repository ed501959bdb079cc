package dev.espalier.processor.check;

import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import java.util.List;

/** Asks rules about every network that has layers with names. */
final class EachNetwork implements Check {
  private final List<NetworkCheck> checks;

  EachNetwork(NetworkCheck... checks) {
    this.checks = List.of(checks);
  }

  @Override
  public void check(ModelDeclaration model, Report report) {
    for (NetworkUse use : NetworkUse.of(model)) {
      if (use.isReadable()) {
        checks.forEach(each -> each.check(use, model, report));
      }
    }
  }
}
