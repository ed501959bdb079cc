package dev.espalier.benchmarks;

import dev.espalier.runtime.file.ModelFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills programs that train at random moments, and compares what they end with. */
@Command(
    name = "kills",
    description =
        "Kills training programs at random moments, starts them again, and compares final models.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class KillsBenchmark implements Runnable {

  @Option(names = "--times", description = "Kills")
  private int times = 50;

  @Option(names = "--epochs", description = "Epochs of a run, of 40 steps each")
  private int epochs = 30;

  @Option(names = "--every", description = "Steps between two checkpoints")
  private int every = 3;

  @Option(names = "--seed", description = "Of the moments")
  private long seed = 1;

  private int kills;
  private int whileWriting;
  private int runs;
  private int equal;

  @Override
  public void run() {
    try {
      Path folder = Files.createTempDirectory("kills");
      try {
        measure(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void measure(Path folder) throws IOException, InterruptedException {
    Path expected = folder.resolve("expected.espalier");
    long millis = train(folder.resolve("never"), expected);
    SplittableRandom random = new SplittableRandom(seed);
    while (kills < times) {
      Path checkpoints = folder.resolve("run" + runs);
      Path model = folder.resolve("model" + runs + ".espalier");
      while (!Files.exists(model)) {
        long patience = kills < times ? random.nextLong(1 + millis / 4) : Long.MAX_VALUE;
        if (killed(checkpoints, model, patience)) {
          kills++;
          whileWriting += drafts(checkpoints) ? 1 : 0;
        }
      }
      runs++;
      equal += equal(expected, model) ? 1 : 0;
      delete(checkpoints);
      System.out.printf("  %d kills, %d runs, %d equal%n", kills, runs, equal);
    }
    System.out.printf(
        "Kills: %d at random moments, %d of them while a checkpoint was being written; %d runs of"
            + " %d steps came to their end, %d with the model of the run that was never killed, to"
            + " the bit%n",
        kills, whileWriting, runs, 40 * epochs, equal);
  }

  /** Whether two models have the same weights and moving statistics. */
  private static boolean equal(Path expected, Path found) {
    Map<String, float[]> values = ModelFile.read(found).values();
    return ModelFile.read(expected).values().entrySet().stream()
        .allMatch(entry -> Arrays.equals(entry.getValue(), values.get(entry.getKey())));
  }

  /** Trains to the end; returns how long the run took, in milliseconds. */
  private long train(Path checkpoints, Path model) throws IOException, InterruptedException {
    Process process = start(checkpoints, model);
    awaitRunning(process);
    long begin = System.nanoTime();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The training program failed.");
    }
    return (System.nanoTime() - begin) / 1_000_000;
  }

  /** Trains for so many milliseconds; whether it had to be killed. */
  private boolean killed(Path checkpoints, Path model, long millis)
      throws IOException, InterruptedException {
    Process process = start(checkpoints, model);
    awaitRunning(process);
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      if (process.exitValue() != 0) {
        throw new IllegalStateException("The training program failed.");
      }
      return false;
    }
    process.destroyForcibly().waitFor();
    return true;
  }

  private Process start(Path checkpoints, Path model) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            List.of(
                java,
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                KilledTraining.class.getName(),
                checkpoints.toString(),
                model.toString(),
                String.valueOf(epochs),
                String.valueOf(every)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void awaitRunning(Process process) throws IOException {
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    while (line != null && !line.equals(KilledTraining.RUNNING)) {
      line = out.readLine();
    }
  }

  private static boolean drafts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
