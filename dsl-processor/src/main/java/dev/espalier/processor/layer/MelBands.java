package dev.espalier.processor.layer;

import java.util.Locale;
import java.util.Optional;

/**
 * The bands of a spectrogram, each of which holds a frequency of the transform.
 *
 * @param count how many
 * @param rate samples a second
 * @param lowest where the lowest starts, in hertz
 * @param highest where the highest ends, in hertz
 * @param bins frequencies of the transform between both
 */
record MelBands(int count, int rate, double lowest, double highest, int bins) {

  /** Those that a layer says; empty, and reported, where that is impossible. */
  static Optional<MelBands> of(LayerUse use) {
    int said = use.mark().integer("rate");
    int known = use.input().rate();
    if (said == 0 && known == 0) {
      use.whichRate(
          use.mark()
              + " has to know how many samples a second has: "
              + use.inputs().get(0)
              + ", and nothing says it.",
          "Write rate = 16_000 or whatever it was recorded with.");
      return Optional.empty();
    }
    if (said != 0 && known != 0 && said != known) {
      use.whichRate(
          use.mark()
              + " is told "
              + said
              + " samples a second, and the sound has "
              + known
              + ": "
              + use.inputs().get(0)
              + ".",
          "Leave out the rate here: the sound says it.");
      return Optional.empty();
    }
    return between(use, Math.max(said, known));
  }

  private static Optional<MelBands> between(LayerUse use, int rate) {
    double lowest = use.mark().number("lowest");
    double stated = use.mark().number("highest");
    double highest = stated == 0 ? rate / 2.0 : stated;
    if (highest > rate / 2.0) {
      use.outOfRange(
          "highest",
          "A sound of "
              + rate
              + " samples a second has no frequency above "
              + hertz(rate / 2.0)
              + "; this is "
              + hertz(highest)
              + ".",
          "Leave it out for the highest there is.");
      return Optional.empty();
    }
    if (lowest >= highest) {
      use.outOfRange(
          "lowest",
          "The lowest frequency is below the highest, "
              + hertz(highest)
              + "; this is "
              + hertz(lowest)
              + ".",
          "Write a lower one.");
      return Optional.empty();
    }
    return filled(use, rate, lowest, highest);
  }

  private static Optional<MelBands> filled(LayerUse use, int rate, double lowest, double highest) {
    int count = use.mark().integer("bands");
    int window = use.mark().integer("window");
    double apart = (double) rate / window;
    double width = (mel(highest) - mel(lowest)) / (count + 1);
    for (int band = 0; band < count; band++) {
      double from = hertzOf(mel(lowest) + band * width);
      double to = hertzOf(mel(lowest) + (band + 2) * width);
      if (between(from, to, apart, window) == 0) {
        use.outOfRange(
            "bands",
            "Band "
                + (band + 1)
                + " of "
                + count
                + " lies between "
                + hertz(from)
                + " and "
                + hertz(to)
                + ", where a window of "
                + window
                + " samples finds nothing: its frequencies are "
                + hertz(apart)
                + " apart.",
            "Write fewer bands, a longer window, or a higher lowest frequency.");
        return Optional.empty();
      }
    }
    int bins = between(lowest, highest, apart, window);
    return Optional.of(new MelBands(count, rate, lowest, highest, bins));
  }

  /** How many frequencies of the transform lie between two, both excluded. */
  private static int between(double from, double to, double apart, int window) {
    int bins = 0;
    for (int bin = 0; bin <= window / 2; bin++) {
      bins += bin * apart > from && bin * apart < to ? 1 : 0;
    }
    return bins;
  }

  /** The scale of HTK, as the runtime has it. */
  private static double mel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }

  private static double hertzOf(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }

  private static String hertz(double hertz) {
    return String.format(Locale.ROOT, "%.1f Hz", hertz);
  }
}
