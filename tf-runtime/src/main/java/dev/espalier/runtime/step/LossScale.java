package dev.espalier.runtime.step;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The factor of losses under half precision, as it changes from step to step: doubled after so many
 * steps in a row whose gradients are finite, halved after one whose are not.
 */
final class LossScale {
  private static final String BITS = "loss scale/bits";
  private static final String FINITE = "loss scale/finite steps";
  private static final String SKIPPED = "loss scale/skipped steps";

  /** The names of what it counts, in a {@link TrainingState}. */
  static final List<String> COUNTS = List.of(BITS, FINITE, SKIPPED);

  /** The greatest that is doubled: its double is finite, and so is what divides by it. */
  private static final double MOST = 0x1p60;

  private final int interval;
  private double scale;
  private long finite;
  private long skipped;

  /**
   * A scale at its beginning.
   *
   * @param initial a power of two, which changes no bit of what it multiplies
   * @param interval of how many finite steps in a row the last one doubles it
   */
  LossScale(double initial, int interval) {
    this.scale = initial;
    this.interval = interval;
  }

  double scale() {
    return scale;
  }

  /** How many steps updated nothing. */
  long skipped() {
    return skipped;
  }

  /** How many steps in a row were finite since it last changed. */
  long finite() {
    return finite;
  }

  /** A step has been taken, or skipped because its gradients are not finite. */
  void stepped(boolean wasFinite) {
    if (!wasFinite) {
      skipped++;
      finite = 0;
      scale = Math.max(1, scale / 2);
    } else if (++finite == interval) {
      finite = 0;
      scale = scale < MOST ? 2 * scale : scale;
    }
  }

  /** All that it is, by name, in an order that is the same in every JVM. */
  Map<String, Long> counts() {
    return new TreeMap<>(
        Map.of(BITS, Double.doubleToLongBits(scale), FINITE, finite, SKIPPED, skipped));
  }

  /** Goes on from the counts of another; begins where there are none. */
  void resume(Map<String, Long> counts) {
    if (counts.keySet().containsAll(COUNTS)) {
      resume(Double.longBitsToDouble(counts.get(BITS)), counts.get(FINITE), counts.get(SKIPPED));
    }
  }

  /** Goes on from what another was. */
  void resume(double newScale, long newFinite, long newSkipped) {
    scale = newScale;
    finite = newFinite;
    skipped = newSkipped;
  }
}
