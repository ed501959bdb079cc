package dev.espalier.benchmarks;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.balance.Balancing;
import dev.espalier.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The step of each method of balancing over that of fixed weights, in turns. */
@Command(
    name = "balancing",
    description = "The step of each method of balancing over that of fixed weights.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class BalancingBenchmark implements Runnable {

  @Option(names = "--methods", split = ",", description = "Factories of Balancing; all unless set")
  private List<String> methods = List.of();

  @Option(names = "--tasks", split = ",", description = "Numbers of tasks: 2 and 8 there are")
  private List<Integer> tasks = List.of(2, 8);

  @Option(names = "--batch", description = "Rows of a step")
  private int batch = 256;

  @Option(names = "--steps", description = "Steps of a turn")
  private int steps = 25;

  @Option(names = "--rounds", description = "Turns of each contender")
  private int rounds = 25;

  @Option(names = "--warm-up", description = "Turns before these")
  private int warmUp = 3;

  /** Runs of a model under a method. */
  private interface Contenders extends Function<Balancing, TimedRun<?>> {}

  @Override
  public void run() {
    for (int count : tasks) {
      System.out.printf(
          Locale.ROOT,
          "Balancing: 500 features, trunk 256 128, %d heads of 64; batch %d%n"
              + "  step over that of fixed weights: median of %d pairs of turns (quartiles), least over least%n",
          count,
          batch,
          rounds);
      Contenders contenders = count == 2 ? ofTwo() : ofEight();
      chosen().forEach((name, method) -> tryTo(name, method, contenders));
    }
  }

  private SortedMap<String, Balancing> chosen() {
    SortedMap<String, Balancing> all = BalancingMethods.all();
    if (!methods.isEmpty()) {
      all.keySet().retainAll(methods);
    }
    return all;
  }

  /** A method may ask for other tasks, or for more epochs, than these have. */
  private void tryTo(String name, Balancing method, Contenders contenders) {
    try {
      compare(name, method, contenders);
    } catch (EspalierException e) {
      System.out.printf("  %-24s not measured: %s%n", name, e.getMessage());
    }
  }

  /** Both have a trainer of their own, and go back and forth. */
  private void compare(String name, Balancing method, Contenders contenders) {
    try (TimedRun<?> fixed = contenders.apply(Balancing.fixedWeights());
        TimedRun<?> balanced = contenders.apply(method)) {
      Comparison turns =
          Comparison.inTurns(warmUp, rounds, List.of(fixed::stepMillis, balanced::stepMillis));
      Sample base = turns.samples().get(0);
      Sample step = turns.samples().get(1);
      Sample ratio = step.over(base);
      System.out.printf(
          Locale.ROOT,
          "  %-24s %.3f (%.3f to %.3f)  least %.3f   %.3f ms over %.3f ms%n",
          name,
          ratio.median(),
          ratio.quantile(0.25),
          ratio.quantile(0.75),
          step.least() / base.least(),
          step.median(),
          base.median());
    }
  }

  private Contenders ofTwo() {
    Dataset<Wide> data = rows(row -> new Wide(row.x, row.labels[0], row.labels[1]));
    return method ->
        new TimedRun<>(
            clock ->
                WideTrainer.builder()
                    .epochs(1)
                    .batchSize(batch)
                    .balancing(method)
                    .listener(clock)
                    .build(),
            data);
  }

  private Contenders ofEight() {
    Dataset<WideEight> data =
        rows(
            row -> {
              float[] y = row.labels;
              return new WideEight(row.x, y[0], y[1], y[2], y[3], y[4], y[5], y[6], y[7]);
            });
    return method ->
        new TimedRun<>(
            clock ->
                WideEightTrainer.builder()
                    .epochs(1)
                    .batchSize(batch)
                    .balancing(method)
                    .listener(clock)
                    .build(),
            data);
  }

  /** Features and as many labels as any model of these has. */
  private record Row(float[] x, float[] labels) {

    static Row random(Random random) {
      float[] x = new float[WideRows.FEATURES];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) random.nextGaussian();
      }
      float[] labels = new float[8];
      for (int task = 0; task < labels.length; task++) {
        // Neighbouring tasks have features in common.
        int from = 8 * task;
        labels[task] = (float) IntStream.range(from, from + 16).mapToDouble(i -> x[i]).sum() / 4;
      }
      return new Row(x, labels);
    }
  }

  private <E> Dataset<E> rows(Function<Row, E> example) {
    Random random = new Random(1);
    List<E> examples = new ArrayList<>();
    for (int row = 0; row < batch * steps; row++) {
      examples.add(example.apply(Row.random(random)));
    }
    return Dataset.of(examples);
  }
}
