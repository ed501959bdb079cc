package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/** {@code LengthMissing}: an array of numbers that doesn't say its length. */
final class LengthMissing implements FeatureCheck {
  @Override
  public void check(Component feature, Mark mark, ModelDeclaration model, Report report) {
    if (!mark.has("length")) {
      return;
    }
    boolean array = feature.type().form() == Form.FLOATS;
    if (array && !mark.states("length")) {
      report.add(
          Rule.LENGTH_MISSING,
          mark.origin(),
          "A float[] feature says its length; `" + feature.name() + "` does not.",
          "Write " + mark + "(length = n), n the count of numbers in every example.");
    } else if (!array && mark.states("length")) {
      report.add(
          Rule.FEATURE_TYPE,
          mark.origin("length"),
          "`length` counts the numbers of a float[]; " + Wording.is(feature) + ".",
          "Remove it, or make `" + feature.name() + "` a float[].");
    }
  }
}
