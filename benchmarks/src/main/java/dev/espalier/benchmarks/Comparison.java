package dev.espalier.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Samples of several contenders, measured in turns; in the order of the contenders. */
record Comparison(List<Sample> samples) {

  /**
   * Measures in rounds; every other round goes backwards, so that no contender always follows the
   * same one.
   *
   * @param warmUp rounds that don't count
   * @param rounds rounds that do
   */
  static Comparison inTurns(int warmUp, int rounds, List<DoubleSupplier> contenders) {
    double[][] values = new double[contenders.size()][rounds];
    for (int round = -warmUp; round < rounds; round++) {
      for (int turn = 0; turn < contenders.size(); turn++) {
        int contender = round % 2 == 0 ? turn : contenders.size() - 1 - turn;
        double value = contenders.get(contender).getAsDouble();
        if (round >= 0) {
          values[contender][round] = value;
        }
      }
    }
    List<Sample> samples = new ArrayList<>();
    for (double[] sample : values) {
      samples.add(new Sample(sample));
    }
    return new Comparison(samples);
  }

  /** The median of a contender. */
  double median(int contender) {
    return samples.get(contender).median();
  }

  /** Milliseconds that something takes. */
  static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  /**
   * Milliseconds that something keeps this thread computing: what others do at that time is out.
   */
  static double cpuMillis(Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1e6;
  }
}
