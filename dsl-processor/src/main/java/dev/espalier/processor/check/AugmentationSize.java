package dev.espalier.processor.check;

import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/**
 * {@code OutOfRange} and {@code Misplaced}: augmentations that leave nothing of a feature, or all
 * as it is.
 */
final class AugmentationSize implements FeatureCheck {
  @Override
  public void check(Component feature, Mark mark, ModelDeclaration model, Report report) {
    feature
        .mark("RandomCrop")
        .filter(crop -> mark.has("height"))
        .ifPresent(
            crop ->
                checkShift(
                    crop,
                    "padding",
                    Math.min(mark.integer("height"), mark.integer("width")),
                    "pixels on the smaller side of `" + feature.name() + "`",
                    report));
    feature
        .mark("TimeShift")
        .filter(shift -> mark.has("samples"))
        .ifPresent(
            shift ->
                checkShift(
                    shift,
                    "samples",
                    mark.integer("samples"),
                    "samples of `" + feature.name() + "`",
                    report));
    feature
        .mark("RandomFlip")
        .filter(flip -> !flip.flag("horizontal") && !flip.flag("vertical"))
        .ifPresent(
            flip ->
                report.add(
                    Rule.MISPLACED,
                    flip.origin("horizontal"),
                    "This flips `" + feature.name() + "` neither way.",
                    "Write vertical = true, or remove @RandomFlip."));
  }

  /** A shift as long as the feature leaves nothing of it; too small numbers have ranges. */
  private static void checkShift(Mark mark, String member, int size, String words, Report report) {
    int shift = mark.integer(member);
    if (size > 0 && shift >= size) {
      report.add(
          Rule.OUT_OF_RANGE,
          mark.origin(member),
          "A shift of " + shift + " leaves nothing of the " + size + " " + words + ".",
          size > 1 ? "Write at most " + (size - 1) + "." : "Remove " + mark + ".");
    }
  }
}
