package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.balance.Gram;
import dev.espalier.runtime.balance.TaskGradients;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** How an epoch's steps weighed the tasks, and what they found of gradients, added up. */
public final class BalanceTotals {
  private final int tasks;
  private double[] weights;
  private int[] weighed;
  private double[] norms;
  private int[] known;
  private Means cosines;
  private Means gains;
  private int samples;

  public BalanceTotals(int tasks) {
    this.tasks = tasks;
    start();
  }

  private void start() {
    weights = new double[tasks];
    weighed = new int[tasks];
    norms = new double[tasks];
    known = new int[tasks];
    cosines = new Means(tasks);
    gains = new Means(tasks);
    samples = 0;
  }

  /** Adds a step whose tasks were weighed by the user's weights, or a rule, alone. */
  public void addWeights(BitSet present, double[] lossWeights) {
    present.stream().forEach(task -> addWeight(task, lossWeights[task]));
  }

  /**
   * Adds a step whose tasks a method weighed.
   *
   * @param lossWeights what the losses were multiplied by before
   */
  public void addWeights(int[] present, double[] mixture, double[] lossWeights) {
    for (int i = 0; i < present.length; i++) {
      addWeight(present[i], mixture[i] * lossWeights[present[i]]);
    }
  }

  private void addWeight(int task, double weight) {
    weights[task] += weight;
    weighed[task]++;
  }

  /** Adds what a step found of the tasks' gradients. */
  public void addGradients(TaskGradients found) {
    samples++;
    int[] present = found.tasks();
    Gram gram = found.gram();
    for (int i = 0; i < present.length; i++) {
      norms[present[i]] += gram.norm(i);
      known[present[i]]++;
      for (int j = 0; j < present.length; j++) {
        if (gram.norm(i) > 0 && gram.norm(j) > 0) {
          cosines.add(present[i], present[j], gram.cosine(i, j));
        }
        if (found.losses()[j] > 0) {
          gains.add(present[i], present[j], gram.at(i, j) / found.losses()[j]);
        }
      }
    }
  }

  /** What came together since the last report. */
  public BalanceReport report() {
    BalanceReport report =
        new BalanceReport(
            means(weights, weighed), samples, means(norms, known), cosines.all(), gains.all());
    start();
    return report;
  }

  private static List<Double> means(double[] sums, int[] counts) {
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      means.add(counts[i] > 0 ? sums[i] / counts[i] : Double.NaN);
    }
    return means;
  }

  /** Means by pair of tasks. */
  private static final class Means {
    private final double[][] sums;
    private final int[][] counts;

    Means(int tasks) {
      sums = new double[tasks][tasks];
      counts = new int[tasks][tasks];
    }

    void add(int i, int j, double value) {
      sums[i][j] += value;
      counts[i][j]++;
    }

    List<List<Double>> all() {
      List<List<Double>> all = new ArrayList<>();
      for (int i = 0; i < sums.length; i++) {
        all.add(means(sums[i], counts[i]));
      }
      return all;
    }
  }
}
