package dev.espalier.runtime.data.split;

import dev.espalier.runtime.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Rows by the value of a label; each value's rows are divided alike. */
final class Strata {
  private static final int FIRST = 1024;
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private int[] ofRow = new int[FIRST];
  private int rows;

  void add(String text) {
    if (rows == ofRow.length) {
      if (rows == MOST) {
        throw new DataException("found more than " + MOST + " rows, expected fewer to split");
      }
      ofRow = Arrays.copyOf(ofRow, (int) Math.min(MOST, 2L * rows));
    }
    ofRow[rows++] = number(text);
  }

  private int number(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    numbers.put(text, texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  /** The part of each row. Values are gone through by their texts, whichever came first. */
  byte[] divide(Shares shares, long seed) {
    int[] starts = new int[texts.size() + 1];
    for (int row = 0; row < rows; row++) {
      starts[ofRow[row] + 1]++;
    }
    for (int s = 1; s < starts.length; s++) {
      starts[s] += starts[s - 1];
    }
    int[] next = starts.clone();
    int[] ordered = new int[rows];
    for (int row = 0; row < rows; row++) {
      ordered[next[ofRow[row]]++] = row;
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] due = new double[shares.count()];
    byte[] parts = new byte[rows];
    for (int s : byText()) {
      shuffle(ordered, starts[s], starts[s + 1], random.split());
      int at = starts[s];
      int[] quotas = shares.quotas(starts[s + 1] - starts[s], due);
      for (int p = 0; p < quotas.length; p++) {
        for (int end = at + quotas[p]; at < end; at++) {
          parts[ordered[at]] = (byte) p;
        }
      }
    }
    return parts;
  }

  private int[] byText() {
    return numbers.keySet().stream()
        .sorted(Comparator.naturalOrder())
        .mapToInt(numbers::get)
        .toArray();
  }

  /** The shuffle of Fisher and Yates. */
  private static void shuffle(int[] rows, int from, int to, SplittableRandom random) {
    for (int i = to - 1; i > from; i--) {
      int j = from + random.nextInt(i - from + 1);
      int row = rows[i];
      rows[i] = rows[j];
      rows[j] = row;
    }
  }
}
