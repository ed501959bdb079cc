package dev.espalier.runtime.data.store;

/**
 * Spreads whole numbers over 64 bits, for slots of an index and for seeds: MurmurHash3's finalizer.
 */
public final class LongHash {
  private LongHash() {}

  /** The hash of a number, equal everywhere. */
  public static long of(long value) {
    long h = value;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
