package dev.espalier.processor.check;

import dev.espalier.processor.feature.Feature;
import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import dev.espalier.processor.sharing.Sharings;

/** {@code NoFeatures}: tasks and nothing to learn them from. */
final class NoFeatures implements Check {
  @Override
  public void check(ModelDeclaration model, Report report) {
    if (model.labels().isEmpty()
        || model.components().stream().anyMatch(each -> Features.mark(each).isPresent())
        || model.components().stream().anyMatch(NoTasks::isUnclear)) {
      return;
    }
    report.add(
        Rule.NO_FEATURES,
        Sharings.marks(model).get(0).origin(),
        "`" + model.simpleName() + "` has tasks but nothing to learn them from.",
        help(model));
  }

  /** What is ignored may be what was meant. */
  private static String help(ModelDeclaration model) {
    String all = Roles.words(Features.all().stream().map(Feature::annotation).toList());
    String ignored =
        model.components().stream()
            .filter(each -> each.has("Ignored") && !Roles.features(each.type()).isEmpty())
            .findFirst()
            .map(
                each ->
                    "; `"
                        + each.name()
                        + "`, which is ignored, could be "
                        + Roles.words(Roles.features(each.type())))
            .orElse("");
    return "Write " + all + " on what is known of an example" + ignored + ".";
  }
}
