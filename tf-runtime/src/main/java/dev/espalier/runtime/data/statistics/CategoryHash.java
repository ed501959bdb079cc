package dev.espalier.runtime.data.statistics;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The hash that assigns values to the rows of a hashed table. It is part of every saved model and
 * never changes.
 *
 * <p>SipHash-2-4 with a fixed key over the UTF-8 bytes of a text, and over the decimal digits of a
 * whole number; the bucket is the remainder of that, unsigned, by their number. TensorFlow's {@code
 * StringToHashBucketStrong} does the same with {@link #KEY}, so that a graph can hash raw texts
 * where no Java runs.
 *
 * <p>Source: Aumasson and Bernstein, <em>SipHash: a fast short-input PRF</em>, INDOCRYPT 2012.
 */
public final class CategoryHash {
  /** The two halves of the key, as TensorFlow takes them. */
  static final long[] KEY = {0x65_73_70_61_6c_69_65_72L, 0x74_72_75_6e_6bL};

  private long v0 = KEY[0] ^ 0x736f6d6570736575L;
  private long v1 = KEY[1] ^ 0x646f72616e646f6dL;
  private long v2 = KEY[0] ^ 0x6c7967656e657261L;
  private long v3 = KEY[1] ^ 0x7465646279746573L;

  private CategoryHash() {}

  /** The two halves of the key. */
  public static List<Long> key() {
    return List.of(KEY[0], KEY[1]);
  }

  /** The bucket of an id: that of its decimal digits. */
  public static int bucket(long id, int buckets) {
    return bucket(Long.toString(id), buckets);
  }

  /** The bucket of a text, from 0 on, by its UTF-8. */
  public static int bucket(String text, int buckets) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return (int) Long.remainderUnsigned(new CategoryHash().of(octets), buckets);
  }

  private long of(byte[] octets) {
    int whole = octets.length & ~7;
    for (int at = 0; at < whole; at += 8) {
      compress(word(octets, at, 8));
    }
    long length = (long) octets.length << 56;
    compress(word(octets, whole, octets.length - whole) | length);
    v2 ^= 0xff;
    for (int i = 0; i < 4; i++) {
      round();
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private static long word(byte[] octets, int at, int count) {
    long word = 0;
    for (int i = 0; i < count; i++) {
      word |= (octets[at + i] & 0xffL) << (8 * i);
    }
    return word;
  }

  private void compress(long word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }
}
