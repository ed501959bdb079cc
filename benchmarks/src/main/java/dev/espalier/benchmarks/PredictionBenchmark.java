package dev.espalier.benchmarks;

import dev.espalier.runtime.serve.BatchingPredictor;
import dev.espalier.samples.census.Census;
import dev.espalier.samples.census.CensusInput;
import dev.espalier.samples.census.CensusPrediction;
import dev.espalier.samples.census.CensusPredictor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Predictions of census rows: one by one, in batches, and of many threads together. */
@Command(
    name = "prediction",
    description =
        "Latency and throughput of a predictor of the census sample, typed rows in and out.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class PredictionBenchmark implements Runnable {
  @Option(names = "--rows", description = "Rows that are predicted")
  private int rows = 8192;

  @Option(names = "--batch", description = "Rows of a batch")
  private int batch = 1024;

  @Option(names = "--rounds", description = "Walks over the rows")
  private int rounds = 11;

  @Option(names = "--threads", description = "Threads that ask at once")
  private int threads = 16;

  @Option(names = "--data", description = "Folder with the census rows; else $ESPALIER_DATA")
  private Optional<Path> data = Optional.empty();

  @Override
  public void run() {
    TrainedCensus census = TrainedCensus.of(data, rows);
    List<CensusInput> inputs = census.inputs();
    try (CensusPredictor predictor = CensusPredictor.load(census.file())) {
      single(predictor, inputs);
      together(predictor, inputs);
      try (var batching = CensusPredictor.load(census.file()).batching(64, Duration.ofMillis(1))) {
        threads(batching, inputs);
      }
    }
  }

  private void single(CensusPredictor predictor, List<CensusInput> inputs) {
    double[] millis = new double[inputs.size()];
    for (int round = 0; round < 2; round++) { // The first warms up.
      for (int i = 0; i < millis.length; i++) {
        CensusInput input = inputs.get(i);
        millis[i] = Comparison.millis(() -> predictor.predictInput(input));
      }
    }
    Sample sample = new Sample(millis);
    System.out.printf(
        Locale.ROOT,
        "Prediction, one row at a time: median %.3f ms, p99 %.3f ms, p99.9 %.3f ms of %d%n",
        sample.median(),
        sample.quantile(0.99),
        sample.quantile(0.999),
        millis.length);
  }

  private void together(CensusPredictor predictor, List<CensusInput> inputs) {
    DoubleSupplier walk =
        () ->
            Comparison.millis(
                () -> {
                  for (int from = 0; from < inputs.size(); from += batch) {
                    predictor.predictInputs(
                        inputs.subList(from, Math.min(inputs.size(), from + batch)));
                  }
                });
    Sample millis = Comparison.inTurns(3, rounds, List.of(walk)).samples().get(0);
    System.out.printf(
        Locale.ROOT,
        "Prediction in batches of %d: %,.0f rows/s (most %,.0f)%n",
        batch,
        inputs.size() * 1e3 / millis.median(),
        inputs.size() * 1e3 / millis.least());
  }

  private void threads(
      BatchingPredictor<Census, CensusInput, CensusPrediction> predictor,
      List<CensusInput> inputs) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    double[] waits = new double[inputs.size()];
    double[] walks = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      double millis = Comparison.millis(() -> ask(pool, predictor, inputs, waits));
      if (round >= 0) {
        walks[round] = millis;
      }
    }
    pool.shutdown();
    System.out.printf(
        Locale.ROOT,
        "Prediction of single rows by %d threads, gathered: %,.0f rows/s; a row median %.3f ms, p99"
            + " %.3f ms%n",
        threads,
        inputs.size() * 1e3 / new Sample(walks).median(),
        new Sample(waits).median(),
        new Sample(waits).quantile(0.99));
  }

  private void ask(
      ExecutorService pool,
      BatchingPredictor<Census, CensusInput, CensusPrediction> predictor,
      List<CensusInput> inputs,
      double[] waits) {
    List<? extends Future<?>> all =
        IntStream.range(0, threads)
            .mapToObj(
                thread ->
                    pool.submit(
                        () -> {
                          for (int i = thread; i < inputs.size(); i += threads) {
                            CensusInput input = inputs.get(i);
                            waits[i] = Comparison.millis(() -> predictor.predictInput(input));
                          }
                        }))
            .toList();
    for (Future<?> each : all) {
      try {
        each.get();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
