package dev.espalier.processor.check;

import dev.espalier.processor.augmentation.Augmentation;
import dev.espalier.processor.augmentation.Augmentations;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;

/**
 * {@code FeaturesDontFit}, {@code Misplaced}: pictures that run along one of another size, or move
 * by themselves.
 */
final class PictureAlong implements FeatureCheck {
  @Override
  public void check(Component feature, Mark mark, ModelDeclaration model, Report report) {
    if (!mark.name().equals("Image") || !Along.says(mark)) {
      return;
    }
    model
        .component(mark.text("along"))
        .flatMap(leader -> leader.mark("Image"))
        .filter(leader -> !Along.says(leader))
        .ifPresent(leader -> checkSize(feature, mark, leader, report));
    feature.marks().stream()
        .filter(each -> Augmentations.of(each.name()).filter(Augmentation::moves).isPresent())
        .forEach(
            each ->
                report.add(
                    Rule.MISPLACED,
                    each.origin(),
                    "@"
                        + each.name()
                        + " moves a picture by itself; `"
                        + feature.name()
                        + "` moves as `"
                        + mark.text("along")
                        + "` does, along which it runs.",
                    "Write it there, or remove `along`."));
  }

  private static void checkSize(Component feature, Mark mark, Mark leader, Report report) {
    if (!size(mark).equals(size(leader))) {
      report.add(
          Rule.FEATURES_DONT_FIT,
          mark.origin("along"),
          "Pictures that move together are of one height and width; `"
              + feature.name()
              + "` is "
              + size(mark)
              + ", `"
              + mark.text("along")
              + "` "
              + size(leader)
              + ".",
          "Say the same size for both; `fit` brings what is read to it.");
    }
  }

  private static String size(Mark picture) {
    return picture.integer("height") + " x " + picture.integer("width");
  }
}
