package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.EnumSet;
import java.util.Set;

/** {@code Misplaced} values of features: settings that say nothing beside the others. */
final class SilentFeatureValue implements FeatureCheck {
  private static final Set<Form> SINGLE = EnumSet.of(Form.INT, Form.LONG, Form.TEXT, Form.CONSTANT);

  @Override
  public void check(Component feature, Mark mark, ModelDeclaration model, Report report) {
    if (mark.states("fill") && !mark.constant("missing").equals("CONSTANT")) {
      report.add(
          Rule.MISPLACED,
          mark.origin("fill"),
          "`fill` counts with missing = Missing.CONSTANT only; here missing is "
              + mark.constant("missing")
              + ".",
          "Write missing = Missing.CONSTANT beside it, or remove it.");
    }
    if (mark.states("pooling") && SINGLE.contains(feature.type().form())) {
      report.add(
          Rule.MISPLACED,
          mark.origin("pooling"),
          "`pooling` is for bags of categories; " + Wording.is(feature) + ", a single one.",
          "Remove it.");
    }
    if (mark.states("tokenizer") && feature.type().form() != Form.TEXT) {
      report.add(
          Rule.MISPLACED,
          mark.origin("tokenizer"),
          "`tokenizer` splits a String; " + Wording.is(feature) + ", which is split already.",
          "Remove it, or make `" + feature.name() + "` a String.");
    }
    if (mark.states("fit")
        && !mark.constant("fit").equals("EXACT")
        && feature.type().form() == Form.BYTES) {
      report.add(
          Rule.MISPLACED,
          mark.origin("fit"),
          "`fit` is for pictures that are decoded; "
              + Wording.is(feature)
              + " of the pixels as they enter.",
          "Remove it, or make `" + feature.name() + "` a BufferedImage or a Path.");
    }
    boolean learnt =
        feature.type().constants().isEmpty() && !mark.states("size") && !mark.states("buckets");
    if (mark.states("unknown") && !learnt && !mark.states("table")) {
      report.add(
          Rule.MISPLACED,
          mark.origin("unknown"),
          "`unknown` is about learnt vocabularies, and that of `"
              + feature.name()
              + "` is known beforehand.",
          "Remove it.");
    }
  }
}
