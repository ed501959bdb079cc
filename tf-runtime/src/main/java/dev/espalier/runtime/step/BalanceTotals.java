package dev.espalier.runtime.step;

import dev.espalier.runtime.balance.BalanceReport;
import dev.espalier.runtime.balance.Gram;
import dev.espalier.runtime.balance.TaskGradients;
import dev.espalier.runtime.checkpoint.Resumable;
import dev.espalier.runtime.checkpoint.RunState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** How an epoch's steps weighed the tasks, and what they found of gradients, added up. */
public final class BalanceTotals implements Resumable {
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

  @Override
  public void keep(RunState to) {
    to.put("weights", weights);
    to.put("weighed", weighed);
    to.put("norms", norms);
    to.put("known", known);
    to.put("cosines", cosines);
    to.put("gains", gains);
    to.put("samples", samples);
  }

  @Override
  public void resume(RunState from) {
    weights = from.numbers("weights", tasks);
    weighed = from.counts("weighed", tasks);
    norms = from.numbers("norms", tasks);
    known = from.counts("known", tasks);
    cosines.resume(from.part("cosines"));
    gains.resume(from.part("gains"));
    samples = (int) from.count("samples");
  }

  private static List<Double> means(double[] sums, int[] counts) {
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      means.add(counts[i] > 0 ? sums[i] / counts[i] : Double.NaN);
    }
    return means;
  }

  /** Means by pair of tasks. */
  private static final class Means implements Resumable {
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

    @Override
    public void keep(RunState to) {
      to.put("sums", Arrays.stream(sums).flatMapToDouble(Arrays::stream).toArray());
      to.put("counts", Arrays.stream(counts).flatMapToInt(Arrays::stream).toArray());
    }

    @Override
    public void resume(RunState from) {
      int tasks = sums.length;
      double[] flatSums = from.numbers("sums", tasks * tasks);
      int[] flatCounts = from.counts("counts", tasks * tasks);
      for (int i = 0; i < tasks; i++) {
        sums[i] = Arrays.copyOfRange(flatSums, i * tasks, (i + 1) * tasks);
        counts[i] = Arrays.copyOfRange(flatCounts, i * tasks, (i + 1) * tasks);
      }
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
