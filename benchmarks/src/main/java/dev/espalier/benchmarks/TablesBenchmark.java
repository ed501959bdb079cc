package dev.espalier.benchmarks;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The step of a model with a large embedding table over that of one with a small table. */
@Command(
    name = "tables",
    description = "A step with tables of 10 thousand, a million and 10 million rows.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class TablesBenchmark implements Runnable {

  @Option(names = "--batch", description = "Rows of a step, each of which looks up two rows")
  private int batch = 512;

  @Option(names = "--steps", description = "Steps of a turn")
  private int steps = 200;

  @Option(names = "--rounds", description = "Turns of each contender")
  private int rounds = 15;

  @Option(names = "--warm-up", description = "Turns before these")
  private int warmUp = 3;

  @Override
  public void run() {
    System.out.printf(
        Locale.ROOT,
        "Tables: dimension 16, lazy Adam, batch %d, %d rows looked up a step%n  step, and over that"
            + " of ten thousand rows: median of %d pairs of turns (quartiles)%n",
        batch,
        2 * batch,
        rounds);
    narrow();
    wide();
  }

  private void narrow() {
    try (TimedRun<?> small =
            contender(
                10_000, SmallTable::new, clock -> of(SmallTableTrainer.builder(), clock).build());
        TimedRun<?> large =
            contender(
                1_000_000,
                LargeTable::new,
                clock -> of(LargeTableTrainer.builder(), clock).build());
        TimedRun<?> huge =
            contender(
                10_000_000,
                HugeTable::new,
                clock -> of(HugeTableTrainer.builder(), clock).build())) {
      Comparison turns =
          Comparison.inTurns(
              warmUp, rounds, List.of(small::stepMillis, large::stepMillis, huge::stepMillis));
      System.out.println("  a trunk of 64");
      print("ten thousand", turns, 0);
      print("a million", turns, 1);
      print("ten million", turns, 2);
    }
  }

  private void wide() {
    try (TimedRun<?> small =
            contender(
                10_000,
                SmallTableWide::new,
                clock -> of(SmallTableWideTrainer.builder(), clock).build());
        TimedRun<?> huge =
            contender(
                10_000_000,
                HugeTableWide::new,
                clock -> of(HugeTableWideTrainer.builder(), clock).build())) {
      Comparison turns =
          Comparison.inTurns(warmUp, rounds, List.of(small::stepMillis, huge::stepMillis));
      System.out.println("  a trunk of 256 and 128");
      print("ten thousand", turns, 0);
      print("ten million", turns, 1);
    }
  }

  private static void print(String rows, Comparison turns, int contender) {
    Sample step = turns.samples().get(contender);
    Sample ratio = step.over(turns.samples().get(0));
    System.out.printf(
        Locale.ROOT,
        "    %-14s %7.3f ms (least %.3f)  %.3f (%.3f to %.3f)%n",
        rows,
        step.median(),
        step.least(),
        ratio.median(),
        ratio.quantile(0.25),
        ratio.quantile(0.75));
  }

  private <T extends Enum<T> & TaskKey, R> TrainerBuilder<T, R> of(
      TrainerBuilder<T, R> builder, TrainingListener clock) {
    return builder.epochs(1).batchSize(batch).listener(clock);
  }

  /** Makes an example. */
  private interface Example<E> {
    E of(float price, int item, int other, boolean click, float seconds);
  }

  private <E> TimedRun<E> contender(
      int rows,
      Example<E> example,
      Function<TrainingListener, ? extends Trainer<E, ?, ?, ?>> trainer) {
    SplittableRandom random = new SplittableRandom(rows);
    List<E> examples = new ArrayList<>();
    for (int i = 0; i < batch * steps; i++) {
      examples.add(
          example.of(
              (float) random.nextDouble(),
              random.nextInt(rows),
              random.nextInt(rows),
              random.nextBoolean(),
              (float) random.nextDouble()));
    }
    return new TimedRun<>(trainer, Dataset.of(examples));
  }
}
