package dev.espalier.processor.augmentation;

import dev.espalier.processor.augmentation.Augmentation.Stage;
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
              "RandomFlip",
              "Image",
              Stage.ROWS,
              true,
              "randomFlip",
              List.of("horizontal", "vertical"),
              List.of()),
          new Augmentation(
              "RandomCrop",
              "Image",
              Stage.ROWS,
              true,
              "randomCrop",
              List.of("padding"),
              List.of(Range.atLeast("padding", "The padding of a crop", 1).atMost(1 << 13))),
          new Augmentation(
              "RandomZoom",
              "Image",
              Stage.ROWS,
              true,
              "randomZoom",
              List.of("min", "max"),
              List.of(
                  Range.atLeast("min", "The smallest zoom", 0.1).atMost(1),
                  Range.atLeast("max", "The greatest zoom", 1).atMost(10))),
          new Augmentation(
              "RandomBrightness",
              "Image",
              Stage.ROWS,
              false,
              "randomBrightness",
              List.of("value"),
              List.of(Range.positive("value", "A change of brightness").atMost(1))),
          new Augmentation(
              "TimeShift",
              "Waveform",
              Stage.ROWS,
              false,
              "timeShift",
              List.of("samples"),
              List.of(Range.atLeast("samples", "A shift in samples", 1).atMost(1 << 24))),
          new Augmentation(
              "SpecMask",
              "Waveform",
              Stage.SPECTROGRAM,
              false,
              "specMask",
              List.of("times", "time", "frequencies", "frequency"),
              List.of(
                  Range.atLeast("times", "The number of masks", 0).atMost(100),
                  Range.atLeast("time", "The length of a mask", 1),
                  Range.atLeast("frequencies", "The number of masks", 0).atMost(100),
                  Range.atLeast("frequency", "The width of a mask", 1))));

  private Augmentations() {}

  /** All of them, in the order of registration. */
  public static List<Augmentation> all() {
    return ALL;
  }

  /** The augmentation of an annotation, if it is one. */
  public static Optional<Augmentation> of(String annotation) {
    return ALL.stream().filter(each -> each.annotation().equals(annotation)).findFirst();
  }

  /** The augmentations of a feature that act at a stage, as calls, in source order. */
  public static List<Operation> of(Component feature, Stage stage) {
    return feature.marks().stream()
        .flatMap(
            mark ->
                of(mark.name())
                    .filter(each -> each.stage() == stage)
                    .map(each -> each.call(mark))
                    .stream())
        .toList();
  }
}
