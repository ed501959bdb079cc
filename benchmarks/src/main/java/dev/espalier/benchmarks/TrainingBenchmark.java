package dev.espalier.benchmarks;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Epochs of generated and hand-written training in turns. */
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

  @Option(names = "--rounds", description = "Epochs of each contender")
  private int rounds = 21;

  @Option(names = "--warm-up", description = "Epochs before these")
  private int warmUp = 5;

  @Override
  public void run() {
    WideRows data = WideRows.random(rows, 1);
    EpochClock byHand = new EpochClock((rows + batch - 1) / batch);
    try (HandWrittenTraining training = new HandWrittenTraining(data, batch, 1e-3)) {
      for (int round = -warmUp; round < rounds; round++) {
        training.epoch(byHand);
      }
      System.out.printf(
          Locale.ROOT,
          "Training: 500 features, trunk 256 128, two heads of 64; batch %d, %d rounds, medians%n",
          batch,
          rounds);
      print("hand-written", byHand, training.loss());
    }
  }

  private void print(String contender, EpochClock clock, double loss) {
    System.out.printf(
        Locale.ROOT,
        "  %-14s  step %.3f ms  epoch %.1f ms  loss %.4f%n",
        contender,
        clock.steps(warmUp).median(),
        clock.epochs(warmUp).median(),
        loss);
  }
}
