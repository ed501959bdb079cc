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
    return gradients -> {
      int size = gradients.gram().size();
      int[][] orders = PcGrad.orders(size, run.seed(), gradients.step());
      Gram unit = gradients.gram().cosines();
      double[] weights = new double[size];
      for (int i = 0; i < size; i++) {
        // Multiples of unit gradients: their scales then make no difference.
        double[] mixture = new double[size];
        mixture[i] = gradients.gram().norm(i);
        for (int j : orders[i]) {
          int[] tasks = gradients.tasks();
          usual[tasks[i]][tasks[j]] = turn(unit, mixture, j, usual[tasks[i]][tasks[j]]);
        }
        Arrays.setAll(mixture, j -> mixture[j] / positive(gradients.gram().norm(j)));
        Arrays.setAll(weights, j -> weights[j] + mixture[j]);
        // A gradient of 0 is its own vaccinated one.
        weights[i] += gradients.gram().norm(i) == 0 ? 1 : 0;
      }
      return weights;
    };
  }

  private static double positive(double norm) {
    return norm == 0 ? 1 : norm;
  }

  /** Turns a mixture towards a gradient; returns the cosine that is usual from now on. */
  private double turn(Gram unit, double[] mixture, int j, double usual) {
    double length = unit.length(mixture);
    if (unit.at(j, j) == 0 || !(length > ROUNDING * Vectors.sumOfSizes(mixture))) {
      return usual;
    }
    double cosine = Vectors.dot(unit.toArray()[j], mixture) / length;
    cosine = Math.min(Math.max(cosine, -1), 1);
    if (cosine < usual) {
      double target = Math.min(Math.max(usual, -MOST), MOST);
      // sin(angle now - angle wanted) / sin(angle wanted)
      mixture[j] += length * (target * sine(cosine) - cosine * sine(target)) / sine(target);
    }
    return (1 - beta) * usual + beta * cosine;
  }

  private static double sine(double cosine) {
    return Math.sqrt((1 - cosine) * (1 + cosine));
  }
}
