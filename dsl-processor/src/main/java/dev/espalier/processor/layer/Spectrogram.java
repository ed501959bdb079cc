package dev.espalier.processor.layer;

import dev.espalier.processor.plan.Operation;
import dev.espalier.processor.plan.Shape;
import dev.espalier.processor.room.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Frames of a sound: {@code @LogMelSpectrogram}, {@code @Mfcc}.
 *
 * @param method the runtime's method
 * @param cepstral whether coefficients of the bands come out instead of bands
 */
record Spectrogram(String annotation, String method, boolean cepstral) implements Layer {
  private static final int LONGEST_WINDOW = 8192;

  @Override
  public Role role() {
    return Role.OPERATION;
  }

  @Override
  public List<Range> ranges() {
    List<Range> ranges = new ArrayList<>();
    if (cepstral) {
      ranges.add(Range.atLeast("coefficients", "The number of coefficients", 1));
    }
    ranges.add(Range.atLeast("window", "The length of a window", 2).atMost(LONGEST_WINDOW));
    ranges.add(Range.atLeast("hop", "The step between frames", 1));
    ranges.add(Range.atLeast("bands", "The number of bands", 1));
    ranges.add(Range.atLeast("rate", "The samples a second", 0));
    ranges.add(Range.atLeast("lowest", "The lowest frequency", 0));
    ranges.add(Range.atLeast("highest", "The highest frequency", 0));
    return ranges;
  }

  @Override
  public boolean isSpectrogram() {
    return true;
  }

  @Override
  public Optional<Result> infer(LayerUse use) {
    Shape in = use.input();
    if (in.rank() != 1) {
      use.wrongRank(
          use.mark() + " takes a sound, [samples]: " + use.inputs().get(0) + ".",
          "Give it the sound itself: a spectrogram comes first.");
      return Optional.empty();
    }
    int window = use.mark().integer("window");
    if (in.last() < window) {
      use.emptyShape(
          use.mark()
              + " makes a frame of "
              + window
              + " samples and there are fewer: "
              + use.inputs().get(0)
              + ".",
          "Write a window of at most " + in.last() + ", or take longer sounds.");
      return Optional.empty();
    }
    Optional<MelBands> bands = MelBands.of(use);
    if (bands.isEmpty() || cepstral && !requireBands(use)) {
      return Optional.empty();
    }
    return Optional.of(result(use, bands.get()));
  }

  private Result result(LayerUse use, MelBands bands) {
    int window = use.mark().integer("window");
    int hop = use.mark().integer("hop");
    int frames = 1 + (use.input().last() - window) / hop;
    List<Object> settings = new ArrayList<>();
    int out = bands.count();
    long perFrame = 2L * bands.bins() * (window + bands.count());
    if (cepstral) {
      out = use.mark().integer("coefficients");
      settings.add(out);
      perFrame += (long) bands.count() * out;
    }
    settings.addAll(
        List.of(window, hop, bands.count(), bands.rate(), bands.lowest(), bands.highest()));
    return new Result(
        Optional.of(Operation.call("Spectrograms", method, settings)),
        Shape.of(frames, out),
        List.of(),
        List.of(),
        frames * perFrame);
  }

  private static boolean requireBands(LayerUse use) {
    int coefficients = use.mark().integer("coefficients");
    int bands = use.mark().integer("bands");
    if (coefficients > bands) {
      use.outOfRange(
          "coefficients",
          coefficients + " coefficients can't be made of " + bands + " bands.",
          "Write at most " + bands + ", or more bands.");
    }
    return coefficients <= bands;
  }
}
