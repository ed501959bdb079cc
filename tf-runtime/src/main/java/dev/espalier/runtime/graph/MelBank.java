package dev.espalier.runtime.graph;

/**
 * Triangular bands on the mel scale, {@code 2595 log10(1 + f / 700)}, over the bins of a Fourier
 * transform.
 *
 * <p>The bands' peaks are 1 and evenly spaced in mel between the lowest and the highest frequency;
 * each falls to 0, linearly in hertz, at the peaks beside it. Bins that no band looks at are never
 * computed.
 */
final class MelBank {
  private final int window;
  private final double rate;
  private final double[] corners;
  private final int first;
  private final int bins;

  MelBank(int window, int bands, double rate, double lowest, double highest) {
    this.window = window;
    this.rate = rate;
    this.corners = new double[bands + 2];
    for (int i = 0; i < corners.length; i++) {
      double share = (double) i / (bands + 1);
      corners[i] = hertz((1 - share) * mel(lowest) + share * mel(highest));
    }
    int from = 0;
    while (frequency(from) <= lowest) {
      from++;
    }
    int end = from;
    while (end <= window / 2 && frequency(end) < highest) {
      end++;
    }
    this.first = from;
    this.bins = end - from;
  }

  int bands() {
    return corners.length - 2;
  }

  /** How many bins some band may look at. */
  int bins() {
    return bins;
  }

  /** What a band makes of the power in a bin. */
  double weight(int bin, int band) {
    double f = frequency(first + bin);
    double rise = (f - corners[band]) / (corners[band + 1] - corners[band]);
    double fall = (corners[band + 2] - f) / (corners[band + 2] - corners[band + 1]);
    return Math.max(0, Math.min(rise, fall));
  }

  /**
   * The transform's factor for a sample of the window, under a periodic Hann window.
   *
   * @param part the real part of the first {@link #bins}, then the imaginary part of each
   */
  double factor(int sample, int part) {
    int bin = first + part % bins;
    // The product in whole numbers: a great angle loses the digits that matter.
    double angle = 2 * Math.PI * ((long) bin * sample % window) / window;
    double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * sample / window);
    return hann * (part < bins ? Math.cos(angle) : -Math.sin(angle));
  }

  private double frequency(int bin) {
    return bin * rate / window;
  }

  private static double mel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }

  private static double hertz(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }
}
