package dev.espalier.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of {@code benchmarks/run}. */
@Command(
    name = "benchmarks/run",
    description =
        "Measures generated training against hand-written, methods of balancing, sources of data,"
            + " prediction, and the processor.",
    subcommands = {
      TrainingBenchmark.class,
      BalancingBenchmark.class,
      ConvolutionBenchmark.class,
      TablesBenchmark.class,
      KillsBenchmark.class,
      SourcesBenchmark.class,
      StreamingBenchmark.class,
      PredictionBenchmark.class,
      OnnxBenchmark.class,
      ProcessorBenchmark.class
    },
    mixinStandardHelpOptions = true)
final class Benchmarks implements Runnable {

  @Override
  public void run() {
    new TrainingBenchmark().run();
    new BalancingBenchmark().run();
    new ConvolutionBenchmark().run();
    new TablesBenchmark().run();
    new SourcesBenchmark().run();
    new StreamingBenchmark().run();
    new PredictionBenchmark().run();
    new OnnxBenchmark().run();
    new ProcessorBenchmark().run();
  }

  /** Runs the benchmark that the arguments name, or all. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks()).execute(args));
  }
}
