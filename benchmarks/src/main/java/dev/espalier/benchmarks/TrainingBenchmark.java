package dev.espalier.benchmarks;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One step and one epoch, in turns. */
@Command(
    name = "training",
    description = "A step and an epoch of generated training against hand-written TensorFlow Java.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class TrainingBenchmark implements Runnable {

  @Option(names = "--rows", description = "Rows of an epoch")
  private int rows = 25_600;

  @Option(names = "--batch", description = "Rows of a step")
  private int batch = 256;

  @Option(names = "--steps", description = "Steps of one measurement of steps")
  private int steps = 100;

  @Option(names = "--rounds", description = "Measurements of each contender")
  private int rounds = 15;

  @Option(names = "--warm-up", description = "Measurements before these")
  private int warmUp = 4;

  @Override
  public void run() {
    WideRows data = WideRows.random(rows, 1);
    try (Training hand = new HandWrittenTraining(data, batch, 1e-3)) {
      List<Training> contenders = List.of(hand);
      int stepsOfEpoch = (rows + batch - 1) / batch;
      System.out.printf(
          Locale.ROOT,
          "Training: 500 features, trunk 256 128, two heads of 64; batch %d, %d rounds, medians%n",
          batch,
          rounds);
      print(
          "step, batch ready",
          contenders,
          Comparison.inTurns(
              warmUp,
              rounds,
              contenders.stream().map(one -> stepMillis(() -> one.steps(steps), steps)).toList()));
      print(
          "step, in an epoch",
          contenders,
          Comparison.inTurns(
              warmUp,
              rounds,
              contenders.stream().map(one -> stepMillis(one::epoch, stepsOfEpoch)).toList()));
    }
  }

  private static java.util.function.DoubleSupplier stepMillis(Runnable work, int steps) {
    return () -> Comparison.millis(work) / steps;
  }

  private static void print(String what, List<Training> contenders, Comparison comparison) {
    for (int i = 0; i < contenders.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "  %-20s %-14s %7.3f ms  (least %.3f)  loss %.4f%n",
          what,
          contenders.get(i).name(),
          comparison.median(i),
          comparison.samples().get(i).least(),
          contenders.get(i).loss());
    }
  }
}
