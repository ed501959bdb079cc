package dev.espalier.processor.check;

import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Near;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharing;
import dev.espalier.processor.sharing.Sharings;
import dev.espalier.processor.sharing.TrunkLevels;
import java.util.List;

/** {@code UnknownPart} and {@code NamedTwice}: layers at which a sharing scheme does something. */
final class NamedLayers implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    Sharings.marks(model).stream()
        .findFirst()
        .ifPresent(
            mark ->
                Sharings.of(mark.name())
                    .flatMap(Sharing::at)
                    .ifPresent(member -> check(mark, member, model, report)));
  }

  private static void check(Mark sharing, String member, ModelDeclaration model, Report report) {
    TrunkLevels trunk = TrunkLevels.of(model);
    List<String> named = sharing.texts(member);
    for (int i = 0; i < named.size() && trunk.count() > 0; i++) {
      String name = named.get(i);
      if (!trunk.hasLayer(name)) {
        report.add(
            Rule.UNKNOWN_PART,
            sharing.origin(member, i),
            "The trunk has no layer `" + name + "`.",
            Near.help(name, trunk.layers(), "layer"));
      } else if (named.indexOf(name) < i) {
        report.add(
            Rule.NAMED_TWICE,
            sharing.origin(member, i),
            "`" + member + "` names `" + name + "` twice.",
            "Name it once.");
      }
    }
  }
}
