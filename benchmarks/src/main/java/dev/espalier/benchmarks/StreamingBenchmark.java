package dev.espalier.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rows a second and memory of training from files, in JVMs of their own, against memory. */
@Command(
    name = "streaming",
    description = "Training on more rows than the heap holds, against fewer in memory.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class StreamingBenchmark implements Runnable {

  @Option(names = "--rows", description = "Rows that stream")
  private long rows = 5_000_000;

  @Option(names = "--fitting", description = "Rows that are tried in memory, too")
  private long fitting = 500_000;

  @Option(names = "--heap", description = "Heap of the JVM")
  private String heap = "512m";

  @Option(names = "--epochs", description = "Walks over the rows")
  private int epochs = 2;

  @Option(names = "--batch", description = "Rows of a step")
  private int batch = 1024;

  @Override
  public void run() {
    System.out.printf(
        Locale.ROOT,
        "Streaming: 22 columns, trunk 64 32, 2 tasks; batch %d, heap %s%n",
        batch,
        heap);
    inJvm(fitting, false);
    inJvm(fitting, true);
    inJvm(rows, true);
  }

  private void inJvm(long count, boolean streaming) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.add("-Xmx" + heap);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    command.add("-Dorg.bytedeco.javacpp.maxBytes=0");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(StreamingRun.class.getName());
    command.add(Long.toString(count));
    command.add(Boolean.toString(streaming));
    command.add(Integer.toString(epochs));
    command.add(Integer.toString(batch));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
