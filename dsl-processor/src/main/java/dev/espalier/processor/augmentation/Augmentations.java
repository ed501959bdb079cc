package dev.espalier.processor.augmentation;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.read.Component;
import dev.espalier.processor.room.Range;
import java.util.List;
import java.util.Optional;

/** All augmentations, by annotation: the one place where a new one is registered. */
public final class Augmentations {
  private static final List<Augmentation> ALL =
      List.of(
          new Augmentation(
              "RandomFlip", "Image", "randomFlip", List.of("horizontal", "vertical"), List.of()),
          new Augmentation(
              "RandomCrop",
              "Image",
              "randomCrop",
              List.of("padding"),
              List.of(Range.atLeast("padding", "The padding of a crop", 1).atMost(1 << 13))),
          new Augmentation(
              "RandomBrightness",
              "Image",
              "randomBrightness",
              List.of("value"),
              List.of(Range.positive("value", "A change of brightness").atMost(1))),
          new Augmentation(
              "TimeShift",
              "Waveform",
              "timeShift",
              List.of("samples"),
              List.of(Range.atLeast("samples", "A shift in samples", 1).atMost(1 << 24))));

  private Augmentations() {}

  /** All of them, in the order of registration. */
  public static List<Augmentation> all() {
    return ALL;
  }

  /** The augmentation of an annotation, if it is one. */
  public static Optional<Augmentation> of(String annotation) {
    return ALL.stream().filter(each -> each.annotation().equals(annotation)).findFirst();
  }

  /** The augmentations of a feature, as calls, in source order. */
  public static List<Operation> of(Component feature) {
    return feature.marks().stream()
        .flatMap(mark -> of(mark.name()).map(each -> each.call(mark)).stream())
        .toList();
  }
}
