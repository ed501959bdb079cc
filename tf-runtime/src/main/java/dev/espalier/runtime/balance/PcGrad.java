package dev.espalier.runtime.balance;

import java.util.SplittableRandom;

/** {@code v_i = g_i}, less its projection on each {@code g_j} that it conflicts with in turn. */
record PcGrad() implements GradientBalancing {

  @Override
  public String name() {
    return "PCGrad";
  }

  @Override
  public Mixing start(Start run) {
    return gradients ->
        weights(gradients.gram(), orders(gradients.gram().size(), run.seed(), gradients.step()));
  }

  /** For each of some tasks the others, in an order that seed and step determine. */
  static int[][] orders(int tasks, long seed, long step) {
    SplittableRandom random = new SplittableRandom(31 * seed + step);
    int[][] orders = new int[tasks][tasks - 1];
    for (int i = 0; i < tasks; i++) {
      for (int place = 0; place < tasks - 1; place++) {
        int earlier = random.nextInt(place + 1);
        orders[i][place] = orders[i][earlier];
        orders[i][earlier] = place < i ? place : place + 1;
      }
    }
    return orders;
  }

  private static double[] weights(Gram gram, int[][] orders) {
    double[] weights = new double[gram.size()];
    for (int i = 0; i < weights.length; i++) {
      double[] mixture = new double[weights.length];
      mixture[i] = 1;
      for (int j : orders[i]) {
        double product = gram.project(mixture, j);
        if (product < 0) {
          mixture[j] -= product / gram.at(j, j);
        }
      }
      for (int j = 0; j < weights.length; j++) {
        weights[j] += mixture[j];
      }
    }
    return weights;
  }
}
