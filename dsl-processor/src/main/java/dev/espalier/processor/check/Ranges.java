package dev.espalier.processor.check;

import dev.espalier.processor.augmentation.Augmentations;
import dev.espalier.processor.balancing.Balancings;
import dev.espalier.processor.clipping.Clippings;
import dev.espalier.processor.feature.Features;
import dev.espalier.processor.layer.Layers;
import dev.espalier.processor.loss.Losses;
import dev.espalier.processor.optimizer.Optimizers;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.room.Range;
import dev.espalier.processor.room.Room;
import dev.espalier.processor.sharing.Sharings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the numbers of every annotation may be, as their rooms say. */
final class Ranges {
  private static final Range RATE = Range.atLeast("value", "A rate of regularization", 0);

  private static final Map<String, List<Range>> BY_ANNOTATION = byAnnotation();

  private Ranges() {}

  static List<Range> of(Mark mark) {
    return BY_ANNOTATION.getOrDefault(mark.name(), List.of());
  }

  private static Map<String, List<Range>> byAnnotation() {
    Map<String, List<Range>> ranges = new LinkedHashMap<>();
    Stream.of(
            Layers.all(),
            Features.all(),
            Augmentations.all(),
            Losses.all(),
            Optimizers.all(),
            Balancings.all(),
            Clippings.all(),
            Sharings.all())
        .flatMap(List::stream)
        .forEach((Room room) -> ranges.put(room.annotation(), room.ranges()));
    ranges.put("LossWeight", List.of(Range.atLeast("value", "The weight of a loss", 0)));
    ranges.put("NotAbove", List.of(Range.positive("strength", "The strength")));
    ranges.put("RateScale", List.of(Range.atLeast("value", "A factor of the learning rate", 0)));
    ranges.put("L1", List.of(RATE));
    ranges.put("L2", List.of(RATE));
    ranges.put("Column", List.of(Range.atLeast("at", "The position of a column", 0)));
    // Too few classes are a rule of their own.
    ranges.put(
        "TaskHead",
        List.of(
            Range.atLeast("hidden", "The number of units", 1).atMost(Range.MOST_UNITS),
            Range.finite("classes", "The number of classes").atMost(Range.MOST_CLASSES),
            Range.atLeast("ignore", "A class that does not count", 0).atMost(Range.MOST_CLASSES),
            Range.atLeast("length", "The length of a label", 1).atMost(Range.MOST_UNITS)));
    return ranges;
  }
}
