package dev.espalier.benchmarks;

import dev.espalier.runtime.optimize.Precision;
import dev.espalier.runtime.train.run.EpochReport;
import dev.espalier.runtime.train.run.TrainingListener;
import dev.espalier.samples.cifar10.Picture;
import dev.espalier.samples.cifar10.Picture.Category;
import dev.espalier.samples.cifar10.PictureData;
import dev.espalier.samples.cifar10.PictureTrainer;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Steps of training a small convolutional network on pictures, input pipeline included. */
@Command(
    name = "convolutions",
    description = "Steps of the network of sample cifar10, on pictures of noise.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class ConvolutionBenchmark implements Runnable, TrainingListener {
  private static final Category[] CATEGORIES = Category.values();

  @Option(names = "--batch", description = "Pictures of a step")
  private int batch = 128;

  @Option(names = "--steps", description = "Steps of an epoch")
  private int steps = 20;

  @Option(names = "--rounds", description = "Epochs")
  private int rounds = 6;

  @Option(names = "--warm-up", description = "Epochs before these")
  private int warmUp = 2;

  @Option(names = "--threads", description = "Threads of TensorFlow; 0 for one a core")
  private int threads;

  @Option(
      names = "--precision",
      description = "What the network computes in: ${COMPLETION-CANDIDATES}")
  private Precision precision = Precision.FLOAT32;

  private EpochClock clock;

  @Override
  public void run() {
    clock = new EpochClock(steps);
    try (PictureTrainer trainer =
        PictureTrainer.builder()
            .epochs(warmUp + rounds)
            .batchSize(batch)
            .threads(threads)
            .precision(precision)
            .listener(this)
            .build()) {
      trainer.fit(PictureData.of(noise()));
    }
    Sample measured = clock.steps(warmUp);
    System.out.printf(
        Locale.ROOT,
        "Convolutions: %s, batch %d, median steps of %d epochs%n"
            + "  step %7.2f ms (least %.2f)  %,.0f examples/s (most %,.0f)%n",
        precision,
        batch,
        rounds,
        measured.median(),
        measured.least(),
        batch * 1e3 / measured.median(),
        batch * 1e3 / measured.least());
  }

  private List<Picture> noise() {
    SplittableRandom random = new SplittableRandom(1);
    return Stream.generate(() -> picture(random)).limit((long) batch * steps).toList();
  }

  private static Picture picture(SplittableRandom random) {
    byte[] pixels = new byte[32 * 32 * 3];
    random.nextBytes(pixels);
    Category category = CATEGORIES[random.nextInt(CATEGORIES.length)];
    return new Picture(pixels, category, random.nextBoolean());
  }

  @Override
  public void runStarted(RunStart run) {
    clock.epochStarts();
  }

  @Override
  public void stepEnded(StepReport step) {
    clock.stepEnded();
  }

  @Override
  public void epochEnded(EpochReport epoch) {
    clock.epochEnded();
    clock.epochStarts();
  }
}
