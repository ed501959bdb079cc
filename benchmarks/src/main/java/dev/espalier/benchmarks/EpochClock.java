package dev.espalier.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Times one contender's epochs and the steps in them. */
final class EpochClock {
  private final List<Double> epochs = new ArrayList<>();
  private final List<Double> steps = new ArrayList<>();
  private final double[] stepsOfEpoch;
  private int step;
  private long epochStart;
  private long stepStart;

  EpochClock(int stepsPerEpoch) {
    stepsOfEpoch = new double[stepsPerEpoch];
  }

  void epochStarts() {
    step = 0;
    epochStart = System.nanoTime();
    stepStart = epochStart;
  }

  void stepEnded() {
    long now = System.nanoTime();
    stepsOfEpoch[step++] = (now - stepStart) / 1e6;
    stepStart = now;
  }

  void epochEnded() {
    epochs.add((System.nanoTime() - epochStart) / 1e6);
    steps.add(new Sample(stepsOfEpoch).median());
  }

  /** Milliseconds of epochs after so many that don't count. */
  Sample epochs(int warmUp) {
    return after(warmUp, epochs);
  }

  /** Milliseconds of the median step of each of these epochs. */
  Sample steps(int warmUp) {
    return after(warmUp, steps);
  }

  private static Sample after(int warmUp, List<Double> values) {
    return new Sample(
        values.subList(warmUp, values.size()).stream().mapToDouble(value -> value).toArray());
  }
}
