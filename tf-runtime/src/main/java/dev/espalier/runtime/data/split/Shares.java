package dev.espalier.runtime.data.split;

import java.util.Arrays;

/** The shares that parts have of the whole, 1 together. */
record Shares(double[] of) {

  static Shares equal(int count) {
    double[] shares = new double[count];
    Arrays.fill(shares, 1.0 / count);
    return new Shares(shares);
  }

  int count() {
    return of.length;
  }

  /** Parts that are to have something. */
  int wanted() {
    return (int) Arrays.stream(of).filter(share -> share > 0).count();
  }

  /**
   * How many of some rows each part gets: whole numbers that add up to all of them, by the largest
   * remainder.
   *
   * @param due what parts are owed from rows before; changed to what they are owed after these, so
   *     that many small strata come out at the right totals
   */
  int[] quotas(int rows, double[] due) {
    int[] quotas = new int[of.length];
    int left = rows;
    for (int p = 0; p < of.length; p++) {
      due[p] += rows * of[p];
      quotas[p] = Math.max(0, (int) Math.floor(due[p]));
      left -= quotas[p];
      due[p] -= quotas[p];
    }
    for (; left > 0; left--) {
      move(quotas, due, furthest(due, quotas, 1), 1);
    }
    for (; left < 0; left++) {
      move(quotas, due, furthest(due, quotas, -1), -1);
    }
    return quotas;
  }

  private static void move(int[] quotas, double[] due, int part, int by) {
    quotas[part] += by;
    due[part] -= by;
  }

  /** The part that is owed most, or least among those that can give; the first of equal ones. */
  private int furthest(double[] due, int[] quotas, int sign) {
    int furthest = -1;
    for (int p = 0; p < of.length; p++) {
      boolean able = of[p] > 0 && (sign > 0 || quotas[p] > 0);
      if (able && (furthest < 0 || sign * due[p] > sign * due[furthest])) {
        furthest = p;
      }
    }
    return furthest;
  }
}
