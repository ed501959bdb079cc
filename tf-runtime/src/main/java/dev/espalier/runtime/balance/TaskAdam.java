package dev.espalier.runtime.balance;

import java.util.List;

/** Adam (Kingma and Ba, ICLR 2015) for a number a task, each with its own count of steps. */
final class TaskAdam {
  private static final double MOMENT1 = 0.9;
  private static final double MOMENT2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double rate;
  private final double[] first;
  private final double[] second;
  private final double[] steps;

  TaskAdam(int tasks, double rate) {
    this.rate = rate;
    this.first = new double[tasks];
    this.second = new double[tasks];
    this.steps = new double[tasks];
  }

  /** All that it remembers. */
  List<double[]> memory() {
    return List.of(first, second, steps);
  }

  /** How far a task's number is to be moved, given its slope. */
  double move(int task, double slope) {
    steps[task]++;
    first[task] = MOMENT1 * first[task] + (1 - MOMENT1) * slope;
    second[task] = MOMENT2 * second[task] + (1 - MOMENT2) * slope * slope;
    double corrected1 = first[task] / (1 - Math.pow(MOMENT1, steps[task]));
    double corrected2 = second[task] / (1 - Math.pow(MOMENT2, steps[task]));
    return -rate * corrected1 / (Math.sqrt(corrected2) + EPSILON);
  }
}
