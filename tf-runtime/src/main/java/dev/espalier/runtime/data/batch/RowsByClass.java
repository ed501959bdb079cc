package dev.espalier.runtime.data.batch;

import java.util.SplittableRandom;

/**
 * Rows by their class, those without one, whose class is -1, before all others.
 *
 * @param rows class after class
 * @param starts by class, one further on, where its rows start, and the end of all
 */
record RowsByClass(int[] rows, int[] starts) {

  static RowsByClass of(int[] classes) {
    int count = 0;
    for (int c : classes) {
      count = Math.max(count, c + 1);
    }
    int[] starts = new int[count + 2];
    for (int c : classes) {
      starts[c + 2]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] next = starts.clone();
    int[] rows = new int[classes.length];
    for (int row = 0; row < rows.length; row++) {
      rows[next[classes[row] + 1]++] = row;
    }
    return new RowsByClass(rows, starts);
  }

  /** How many classes there may be. */
  int classes() {
    return starts.length - 2;
  }

  /** How many classes have a row. */
  int present() {
    int present = 0;
    for (int c = 0; c < classes(); c++) {
      present += count(c) > 0 ? 1 : 0;
    }
    return present;
  }

  /** How many rows a class has. */
  int count(int ofClass) {
    return starts[ofClass + 2] - starts[ofClass + 1];
  }

  /** Draws rows of a class with replacement; the place after the last. */
  int draw(int ofClass, int wanted, SplittableRandom random, int[] into, int from) {
    for (int i = from; i < from + wanted; i++) {
      into[i] = rows[starts[ofClass + 1] + random.nextInt(count(ofClass))];
    }
    return from + wanted;
  }
}
