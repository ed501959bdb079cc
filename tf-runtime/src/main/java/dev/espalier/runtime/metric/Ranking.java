package dev.espalier.runtime.metric;

import java.util.Arrays;

/**
 * Scores of positives and negatives, kept to compare all of them: 8 bytes a row while adding, as
 * many again for sorting.
 */
final class Ranking {
  private float[] scores = new float[1024];

  /** Positive for positives, negative for negatives. */
  private float[] weights = new float[1024];

  private int size;

  void add(float score, boolean positive, float weight) {
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, grown());
      weights = Arrays.copyOf(weights, scores.length);
    }
    // Adding 0 makes -0 and 0 the same score.
    scores[size] = score + 0f;
    weights[size++] = positive ? weight : -weight;
  }

  /**
   * The weight of the pairs of a positive and a negative that are in the right order, ties counting
   * one half, over that of all pairs: the Mann-Whitney statistic.
   */
  double auc() {
    long[] order = order();
    double pairs = 0;
    double negatives = 0;
    double positives = 0;
    int next = 0;
    while (next < size) {
      int key = (int) (order[next] >> 32);
      double tiedPositives = 0;
      double tiedNegatives = 0;
      for (; next < size && (int) (order[next] >> 32) == key; next++) {
        float weight = weights[(int) order[next]];
        tiedPositives += Math.max(weight, 0f);
        tiedNegatives += Math.max(-weight, 0f);
      }
      pairs += tiedPositives * (negatives + tiedNegatives / 2);
      positives += tiedPositives;
      negatives += tiedNegatives;
    }
    return positives > 0 && negatives > 0 ? pairs / (positives * negatives) : Double.NaN;
  }

  /** Sorted by score: its bits, made to order like integers, above the index. */
  private long[] order() {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      int bits = Float.floatToIntBits(scores[i]);
      int sortable = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      order[i] = ((long) sortable << 32) | i;
    }
    Arrays.sort(order);
    return order;
  }

  private int grown() {
    long wanted = (long) scores.length + (scores.length >> 1);
    return (int) Math.min(wanted, Integer.MAX_VALUE - 8);
  }
}
