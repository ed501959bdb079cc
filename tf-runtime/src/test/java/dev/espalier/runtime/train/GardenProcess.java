package dev.espalier.runtime.train;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.Garden.GardenTask;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.run.TrainingListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of its own that trains a garden model and writes checkpoints, to be killed. */
final class GardenProcess implements AutoCloseable {
  static final String STEP = "step";

  private final Process process;
  private final BufferedReader out;

  private GardenProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /**
   * Starts the program.
   *
   * @param folder of checkpoints
   * @param epochs of its run
   * @param model that it saves when it has come to its end
   * @param more settings: {@code stop} for one that stops when it is told to end, {@code wait} for
   *     one that is released after its first step
   */
  static GardenProcess start(Path folder, int epochs, Path model, String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    command.add("-Dorg.bytedeco.javacpp.maxBytes=0");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(GardenProcess.class.getName());
    command.add(folder.toString());
    command.add(String.valueOf(epochs));
    command.add(model.toString());
    command.addAll(List.of(more));
    try {
      return new GardenProcess(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The builder of its run, which may be taken to go on with it. */
  static TrainerBuilder<GardenTask, GardenTrainer> builder(int epochs) {
    return GardenTrainer.of(new GardenModel(true, p -> p))
        .epochs(epochs)
        .batchSize(9)
        .seed(11)
        .threads(1)
        .optimizer(Optimizer.adam(1e-3));
  }

  static Dataset<Garden> rows() {
    return Dataset.of(Garden.grow(80, 6));
  }

  /** Waits until it has taken so many steps; false if it ended before. */
  boolean awaitSteps(int count) {
    try {
      for (int i = 0; i < count; i++) {
        String line = out.readLine();
        if (line == null) {
          return false;
        }
        i -= line.equals(STEP) ? 0 : 1;
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As by {@code kill -9}: the program notices nothing. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * As by Ctrl-C, which a JVM takes alike. That signal itself is ignored by what runs in the
   * background of a shell, and by all that is started from there.
   */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
  }

  /** Lets one that waits go on. */
  void release() throws IOException {
    process.getOutputStream().close();
  }

  /** What it ended with. */
  int exit() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The program. */
  public static void main(String[] args) {
    List<String> more = List.of(args).subList(3, args.length);
    TrainerBuilder<GardenTask, GardenTrainer> builder =
        builder(Integer.parseInt(args[1]))
            .checkpoints(Checkpoints.in(Path.of(args[0])).everySteps(1).resumingIfThere())
            .listener(
                new TrainingListener() {
                  @Override
                  public void stepEnded(StepReport step) {
                    System.out.println(STEP);
                    if (more.contains("wait")) {
                      await();
                    }
                  }
                });
    if (more.contains("stop")) {
      builder.stopOnInterrupt();
    }
    try (GardenTrainer trainer = builder.build()) {
      trainer.fit(rows());
      trainer.save(Path.of(args[2]));
    }
  }

  /** Waits until it is released, or whoever started it is gone. */
  private static void await() {
    try {
      System.in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
