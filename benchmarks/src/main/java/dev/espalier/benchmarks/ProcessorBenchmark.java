package dev.espalier.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** javac with and without the processor, and javac on what the processor had written. */
@Command(
    name = "processor",
    description = "What the processor costs on top of javac, by number of models.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class ProcessorBenchmark implements Runnable {

  @Option(names = "--models", split = ",", description = "Numbers of models to compile")
  private List<Integer> models = List.of(1, 5, 10, 20);

  @Option(names = "--rounds", description = "Compilations of each kind")
  private int rounds = 15;

  @Option(names = "--warm-up", description = "Compilations before these")
  private int warmUp = 15;

  @Option(
      names = "--cpu",
      description = "Count what the compiling thread computes: for a machine that is busy")
  private boolean cpu;

  @Option(
      names = "--processor-path",
      description = "The processor and its libraries",
      defaultValue = "${sys:espalier.processorPath}")
  private String processorPath = System.getProperty("espalier.processorPath", "");

  @Override
  public void run() {
    MemoryCompiler compiler =
        new MemoryCompiler(System.getProperty("java.class.path"), processorPath);
    System.out.printf(
        Locale.ROOT,
        "%nProcessor: models of 40 features and two towers; %d rounds, medians in ms%s%n"
            + "  models    javac  with processor  javac on its output  processor alone  per model%n",
        rounds,
        cpu ? " of CPU" : "");
    for (int count : models) {
      measure(compiler, ModelSources.models(count));
    }
  }

  private void measure(MemoryCompiler compiler, List<SourceFile> sources) {
    List<SourceFile> written = new ArrayList<>(sources);
    written.addAll(compiler.processed(sources));
    Comparison comparison =
        Comparison.inTurns(
            warmUp,
            rounds,
            List.of(
                timed(() -> compiler.plain(sources)),
                timed(() -> compiler.processed(sources)),
                timed(() -> compiler.plain(written))));
    double alone = comparison.median(1) - comparison.median(2);
    System.out.printf(
        Locale.ROOT,
        "  %6d  %7.1f  %14.1f  %19.1f  %15.1f  %9.2f%n",
        sources.size(),
        comparison.median(0),
        comparison.median(1),
        comparison.median(2),
        alone,
        alone / sources.size());
  }

  private DoubleSupplier timed(Runnable compilation) {
    return () -> cpu ? Comparison.cpuMillis(compilation) : Comparison.millis(compilation);
  }
}
