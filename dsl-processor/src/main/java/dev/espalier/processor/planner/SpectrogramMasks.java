package dev.espalier.processor.planner;

import dev.espalier.processor.augmentation.Augmentation.Stage;
import dev.espalier.processor.augmentation.Augmentations;
import dev.espalier.processor.plan.ExamplePlan;
import dev.espalier.processor.plan.FeaturePlan;
import dev.espalier.processor.plan.Node;
import dev.espalier.processor.plan.Node.FeaturesCode;
import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.read.Mark;
import dev.espalier.processor.report.Report;
import dev.espalier.processor.report.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The masks that sounds ask for, on the spectrograms that layers make of them. */
final class SpectrogramMasks {
  private final ExamplePlan example;
  private final Set<String> masked = new HashSet<>();

  SpectrogramMasks(ExamplePlan example) {
    this.example = example;
  }

  /** What follows a spectrogram of a value; nothing unless that is a sound which asks for it. */
  List<Operation> of(Node value, Shape spectrogram, Report report) {
    if (!(value.code() instanceof FeaturesCode features) || features.names().size() != 1) {
      return List.of();
    }
    FeaturePlan feature = example.feature(features.names().get(0)).orElseThrow();
    masked.add(feature.name());
    feature.component().mark("SpecMask").ifPresent(mark -> check(mark, spectrogram, report));
    return Augmentations.of(feature.component(), Stage.SPECTROGRAM);
  }

  /** Masks that are longer or wider than the spectrogram. */
  private static void check(Mark mark, Shape spectrogram, Report report) {
    check(mark, "time", spectrogram.dim(0), "frames", report);
    check(mark, "frequency", spectrogram.dim(1), "bands", report);
  }

  private static void check(Mark mark, String member, int size, String words, Report report) {
    if (mark.states(member) && mark.integer(member) > size) {
      report.add(
          Rule.OUT_OF_RANGE,
          mark.origin(member),
          "The spectrogram has "
              + size
              + " "
              + words
              + "; this mask hides up to "
              + mark.integer(member)
              + ".",
          "Write a number below " + size + ", so that something is left to see.");
    }
  }

  /** Reports masks of sounds that no layer makes a spectrogram of. */
  void reportUnused(Report report) {
    for (FeaturePlan feature : example.features()) {
      feature
          .component()
          .mark("SpecMask")
          .filter(mark -> !masked.contains(feature.name()))
          .ifPresent(
              mark ->
                  report.add(
                      Rule.MISPLACED,
                      mark.origin(),
                      mark
                          + " masks a spectrogram, and no layer makes one of `"
                          + feature.name()
                          + "` itself.",
                      "Let @LogMelSpectrogram or @Mfcc take `"
                          + feature.name()
                          + "`, or remove "
                          + mark
                          + "."));
    }
  }
}
