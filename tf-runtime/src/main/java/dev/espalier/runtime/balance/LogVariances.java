package dev.espalier.runtime.balance;

import java.util.ArrayList;
import java.util.List;

/** A number a task that is learnt, and kept where its exponential is a sensible weight. */
final class LogVariances {
  /** e^40 is 2e17. */
  private static final double MOST = 40;

  private final double[] values;
  private final TaskAdam adam;

  LogVariances(int tasks, double initial, double rate) {
    this.values = Vectors.filled(tasks, initial);
    this.adam = new TaskAdam(tasks, rate);
  }

  double of(int task) {
    return values[task];
  }

  /** All that it remembers. */
  List<double[]> memory() {
    List<double[]> memory = new ArrayList<>(adam.memory());
    memory.add(values);
    return memory;
  }

  /** Takes a step down a slope. */
  void descend(int task, double slope) {
    double moved = values[task] + adam.move(task, slope);
    values[task] = Math.min(Math.max(moved, -MOST), MOST);
  }
}
