package dev.espalier.benchmarks;

import dev.espalier.runtime.optimize.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private static final double LEARNING_RATE = 1e-3;

  @Option(names = "--rows", description = "Rows of an epoch")
  private int rows = 25_600;

  @Option(names = "--batch", description = "Rows of a step")
  private int batch = 256;

  @Option(names = "--rounds", description = "Epochs of each contender")
  private int rounds = 31;

  @Option(names = "--warm-up", description = "Epochs before these")
  private int warmUp = 5;

  @Option(
      names = "--precision",
      description = "What the generated network computes in: ${COMPLETION-CANDIDATES}")
  private Precision precision = Precision.FLOAT32;

  @Override
  public void run() {
    WideRows data = WideRows.random(rows, 1);
    try (HandWrittenTraining training = new HandWrittenTraining(data, batch, LEARNING_RATE)) {
      Turns turns = new Turns(training, (rows + batch - 1) / batch);
      try (WideTrainer trainer =
          WideTrainer.builder()
              .epochs(warmUp + rounds)
              .batchSize(batch)
              .learningRate(LEARNING_RATE)
              .precision(precision)
              .listener(turns)
              .build()) {
        trainer.fit(WideData.of(examples(data)));
      }
      print(turns, training.loss());
    }
  }

  private static List<Wide> examples(WideRows data) {
    List<Wide> examples = new ArrayList<>();
    for (int row = 0; row < data.count(); row++) {
      int from = row * WideRows.FEATURES;
      float[] x = Arrays.copyOfRange(data.features(), from, from + WideRows.FEATURES);
      examples.add(new Wide(x, data.first()[row], data.second()[row]));
    }
    return examples;
  }

  private void print(Turns turns, double lossByHand) {
    System.out.printf(
        Locale.ROOT,
        "Training: 500 features, trunk 256 128, two heads of 64; batch %d, medians of %d epochs%n",
        batch,
        rounds);
    Sample handSteps = turns.byHand().steps(warmUp);
    Sample handEpochs = turns.byHand().epochs(warmUp);
    Sample steps = turns.generated().steps(warmUp);
    Sample epochs = turns.generated().epochs(warmUp);
    line("hand-written", handSteps, handEpochs, lossByHand);
    line("generated", steps, epochs, turns.loss());
    System.out.printf(
        Locale.ROOT,
        "  hand-written / generated, median of pairs: step %.3f  epoch %.3f%n",
        handSteps.over(steps).median(),
        handEpochs.over(epochs).median());
  }

  private static void line(String contender, Sample steps, Sample epochs, double loss) {
    System.out.printf(
        Locale.ROOT,
        "  %-14s step %7.3f ms (least %.3f)  epoch %7.1f ms (least %.1f)  loss %.4f%n",
        contender,
        steps.median(),
        steps.least(),
        epochs.median(),
        epochs.least(),
        loss);
  }
}
