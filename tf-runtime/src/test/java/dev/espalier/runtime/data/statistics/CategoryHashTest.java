package dev.espalier.runtime.data.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.strings.ToHashBucketStrong;
import org.tensorflow.types.TInt64;

class CategoryHashTest {
  private static final int BUCKETS = 1_000_003;

  /** Lengths on both sides of a word, letters of one to four bytes, ids. */
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "seven c",
          "eight ch",
          "nine char",
          "Bachelors degree(BA AB BS)",
          "Gr\u00f6\u00dfe",
          "\u20ac",
          "a\ud83d\ude00b",
          "-17",
          "9223372036854775807");

  @Test
  void isTensorFlowsStrongHash() {
    long[] expected = byTensorFlow(TEXTS);
    for (int i = 0; i < expected.length; i++) {
      assertThat(CategoryHash.bucket(TEXTS.get(i), BUCKETS))
          .as(TEXTS.get(i))
          .isEqualTo((int) expected[i]);
    }
  }

  @Test
  void hashesNumbersByTheirDigits() {
    assertThat(CategoryHash.bucket(-17, BUCKETS)).isEqualTo(CategoryHash.bucket("-17", BUCKETS));
  }

  @Test
  void fillsBucketsEvenly() {
    int[] counts = new int[10];
    IntStream.range(0, 10_000).forEach(i -> counts[CategoryHash.bucket((long) i << 32, 10)]++);
    assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(850);
    assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(1150);
  }

  private static long[] byTensorFlow(List<String> texts) {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      ToHashBucketStrong buckets =
          tf.strings.toHashBucketStrong(
              tf.array(texts.toArray(new String[0])),
              (long) BUCKETS,
              Arrays.stream(CategoryHash.KEY).boxed().toList());
      try (Result result = session.runner().fetch(buckets).run()) {
        TInt64 found = (TInt64) result.get(0);
        return IntStream.range(0, texts.size()).mapToLong(i -> found.getLong(i)).toArray();
      }
    }
  }
}
