package dev.espalier.runtime.balance;

import java.util.Arrays;

/** As PCGrad, towards the cosine that two tasks usually have. */
record GradVac(double beta) implements GradientBalancing {
  /** Beyond this cosine two gradients are one, and no multiple of one turns the other. */
  private static final double MOST = 1 - 1e-6;

  /** A mixture shorter than this part of what it was mixed of is rounding. */
  private static final double ROUNDING = 1e-7;

  GradVac {
    Ranges.requirePart("GradVac", "beta", beta);
  }

  @Override
  public String name() {
    return "GradVac";
  }

  @Override
  public Mixing start(Start run) {
    double[][] usual = new double[run.tasks()][run.tasks()];
    Mixing mixing =
        gradients -> {
          int[][] orders = PcGrad.orders(gradients.tasks().length, run.seed(), gradients.step());
          return weights(gradients, orders, usual);
        };
    return mixing.remembering(usual);
  }

  private double[] weights(TaskGradients gradients, int[][] orders, double[][] usual) {
    int[] tasks = gradients.tasks();
    Gram gram = gradients.gram();
    Gram unit = gram.cosines();
    double[] multiples = new double[tasks.length];
    for (int i = 0; i < tasks.length; i++) {
      // Multiples of unit gradients: their scales then make no difference.
      double[] mixture = new double[tasks.length];
      mixture[i] = gram.norm(i);
      for (int j : orders[i]) {
        usual[tasks[i]][tasks[j]] = turn(unit, mixture, j, usual[tasks[i]][tasks[j]]);
      }
      Arrays.setAll(multiples, j -> multiples[j] + mixture[j]);
    }
    // A gradient of 0 is neither turned nor turned to.
    double[] weights = Vectors.filled(tasks.length, 1);
    for (int i : gram.directed()) {
      weights[i] = multiples[i] / gram.norm(i);
    }
    return weights;
  }

  /** Turns a mixture towards a gradient; returns the cosine that is usual from now on. */
  private double turn(Gram unit, double[] mixture, int j, double usual) {
    double length = unit.length(mixture);
    if (unit.at(j, j) == 0 || !(length > ROUNDING * Vectors.sumOfSizes(mixture))) {
      return usual;
    }
    double cosine = Math.min(Math.max(unit.project(mixture, j) / length, -1), 1);
    if (cosine < usual) {
      double target = Math.min(Math.max(usual, -MOST), MOST);
      // The sine of the angle between now and wanted, over that of the angle wanted.
      double turn = target * sine(cosine) - cosine * sine(target);
      mixture[j] += length * turn / sine(target);
    }
    return (1 - beta) * usual + beta * cosine;
  }

  private static double sine(double cosine) {
    return Math.sqrt((1 - cosine) * (1 + cosine));
  }
}
