package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code LengthMissing}: an array of numbers that doesn't say its length. */
final class LengthMissing implements FeatureCheck {
  @Override
  public void check(Component feature, Mark mark, ModelDeclaration model, Report report) {
    if (!mark.has("length") || Along.says(mark)) {
      return;
    }
    boolean needed = Features.of(mark.name()).orElseThrow().needsLength(feature.type());
    if (needed && !mark.states("length")) {
      boolean sequence = mark.has("along");
      report.add(
          Rule.LENGTH_MISSING,
          mark.origin(),
          sequence
              ? "A sequence says its length; `" + feature.name() + "` does not."
              : "A float[] feature says its length; `" + feature.name() + "` does not.",
          sequence
              ? "Write "
                  + mark
                  + "(length = n): longer ones are cut, shorter ones padded; or along = the"
                  + " sequence that it runs along."
              : "Write " + mark + "(length = n), n the count of numbers in every example.");
    } else if (!needed && mark.states("length")) {
      report.add(
          Rule.FEATURE_TYPE,
          mark.origin("length"),
          "`length` counts the numbers of a float[]; " + Wording.is(feature) + ".",
          "Remove it, or make `" + feature.name() + "` a float[].");
    }
  }
}
