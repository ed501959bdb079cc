package dev.espalier.runtime.data;

/**
 * The hash that assigns values to the rows of a hashed table. It is part of every saved model and
 * never changes.
 *
 * <p>A text is hashed by FNV-1a with 64 bits over its UTF-8 bytes (a surrogate without its partner
 * counting as {@code ?}); the result, or a whole number as it is, then goes through the finalizer
 * of MurmurHash3 with 64 bits. The bucket is the remainder of that, unsigned, by their number.
 */
final class CategoryHash {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private CategoryHash() {}

  static int bucket(long hash, int buckets) {
    return (int) Long.remainderUnsigned(hash, buckets);
  }

  /** The finalizer of MurmurHash3. */
  static long of(long value) {
    long h = value;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  static long of(String text) {
    return of(fnv1a(text));
  }

  static long fnv1a(String text) {
    long h = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        h = mix(h, c);
      } else if (c < 0x800) {
        h = mix(mix(h, 0xc0 | c >> 6), 0x80 | c & 0x3f);
      } else if (!Character.isSurrogate(c)) {
        h = mix(mix(mix(h, 0xe0 | c >> 12), 0x80 | c >> 6 & 0x3f), 0x80 | c & 0x3f);
      } else {
        int point = text.codePointAt(i);
        if (point == c) {
          h = mix(h, '?');
        } else {
          h = mix(mix(h, 0xf0 | point >> 18), 0x80 | point >> 12 & 0x3f);
          h = mix(mix(h, 0x80 | point >> 6 & 0x3f), 0x80 | point & 0x3f);
          i++;
        }
      }
    }
    return h;
  }

  private static long mix(long h, int octet) {
    return (h ^ octet) * PRIME;
  }
}
