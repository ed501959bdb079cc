package dev.espalier.runtime.data.augment;

/**
 * Random numbers that are a function of seed, epoch, place and feature: SplitMix64 (Steele, Lea,
 * Flood, OOPSLA 2014), one object for all rows.
 */
public final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /** Numbers of no row yet; see {@link #begin}. */
  public Draws() {}

  /** Begins the numbers of a feature at a place of an epoch. */
  public void begin(long seed, long epoch, long place, long feature) {
    state = mixed(mixed(mixed(mixed(seed) + epoch) + place) + feature);
  }

  private long next() {
    state += GOLDEN;
    return mixed(state);
  }

  private static long mixed(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** True in half of the cases. */
  public boolean half() {
    return next() < 0;
  }

  /** A number between two, the lesser included. */
  public double within(double least, double most) {
    return least + (most - least) * ((next() >>> 11) * 0x1p-53);
  }

  /** A whole number between two, both included, each as likely. */
  public int between(int least, int most) {
    // The upper 32 bits, scaled: for ranges of thousands the bias is below one in a million.
    long range = (long) most - least + 1;
    return (int) (least + ((next() >>> 32) * range >>> 32));
  }
}
