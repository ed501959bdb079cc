package dev.espalier.processor.check;

import dev.espalier.processor.feature.Features;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.read.Form;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.read.ModelDeclaration;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.List;
import java.util.Optional;

/** {@code BoxMoved}: boxes in pictures that are brought to size by what moves things in them. */
final class BoxMoved implements LabelCheck {
  private static final List<String> MOVING = List.of("COVER", "CONTAIN");

  @Override
  public void check(Label label, ModelDeclaration model, Report report) {
    Component component = label.component();
    Optional<Mark> box = component.mark("Box");
    if (box.isEmpty()) {
      return;
    }
    picture(label, model)
        .filter(picture -> picture.type().form() != Form.BYTES)
        .flatMap(Features::mark)
        .filter(image -> MOVING.contains(image.constant("fit")))
        .ifPresent(
            image ->
                report.add(
                    Rule.BOX_MOVED,
                    box.get().origin(),
                    "@Box says where something is in a picture, and fit = Fit."
                        + image.constant("fit")
                        + " moves what is in it: `"
                        + component.name()
                        + "` would not follow.",
                    "Write fit = Fit.STRETCH, by which each part of the picture stays that part; or"
                        + " bring picture and box to size where rows are made, and take a byte[]."));
  }

  private static Optional<Component> picture(Label label, ModelDeclaration model) {
    if (Along.says(label.head())) {
      return model.component(label.head().text("along"));
    }
    List<String> pictures = Along.leaders(label.component(), List.of("Image"), model);
    return pictures.size() == 1 ? model.component(pictures.get(0)) : Optional.empty();
  }
}
