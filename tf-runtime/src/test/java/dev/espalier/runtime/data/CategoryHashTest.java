package dev.espalier.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CategoryHashTest {

  /** The vectors that the hash's authors publish. */
  @Test
  void isTheHashThatItSaysItIs() {
    assertThat(CategoryHash.fnv1a("")).isEqualTo(0xcbf29ce484222325L);
    assertThat(CategoryHash.fnv1a("a")).isEqualTo(0xaf63dc4c8601ec8cL);
    assertThat(CategoryHash.fnv1a("foobar")).isEqualTo(0x85944171f73967e8L);
    assertThat(CategoryHash.of(1L)).isEqualTo(0xb456bcfc34c2cb2cL);
  }

  @Test
  void hashesTheBytesOfEveryText() {
    for (String text :
        new String[] {
          "Gr\u00f6\u00dfe",
          "\u20ac",
          "\u07ff\u0800\uffff",
          "a\ud83d\ude00b",
          "\ud83d",
          "x\ude00\ud83dy"
        }) {
      long expected = 0xcbf29ce484222325L;
      for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
        expected = (expected ^ (octet & 0xff)) * 0x100000001b3L;
      }
      assertThat(CategoryHash.fnv1a(text)).as(text).isEqualTo(expected);
    }
  }

  @Test
  void fillsBucketsEvenly() {
    int[] counts = new int[10];
    for (int i = 0; i < 10_000; i++) {
      counts[CategoryHash.bucket(CategoryHash.of((long) i << 32), 10)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(850, 1150);
    }
  }
}
