package dev.espalier.samples.cli;

import dev.espalier.runtime.EspalierException;
import dev.espalier.runtime.model.TaskKey;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.option.Checkpoints;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the run of a sample goes and ends. */
final class RunningOptions {
  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description =
          "Write a checkpoint to this folder after every epoch, and when Ctrl-C ends the run.")
  private Optional<Path> checkpoints = Optional.empty();

  @Option(
      names = "--resume",
      description = "Go on with the newest of --checkpoints, if there is one.")
  private boolean resume;

  @Option(
      names = "--max-steps",
      paramLabel = "N",
      converter = Ranges.Count.class,
      description = "End the run after so many steps.")
  private Optional<Integer> maxSteps = Optional.empty();

  @Option(
      names = "--max-minutes",
      paramLabel = "X",
      converter = Ranges.Rate.class,
      description = "End the run after so many minutes.")
  private Optional<Double> maxMinutes = Optional.empty();

  private int runs;

  /**
   * The builder of the next run with what was asked for; runs after the first have folders within.
   *
   * @throws EspalierException when there is nothing to go on with
   */
  <T extends Enum<T> & TaskKey, R> TrainerBuilder<T, R> applyTo(TrainerBuilder<T, R> builder) {
    if (resume && checkpoints.isEmpty()) {
      throw new EspalierException(
          "--resume goes on with a checkpoint; say --checkpoints DIR, too.");
    }
    runs++;
    checkpoints
        .map(folder -> runs == 1 ? folder : folder.resolve("run-" + runs))
        .map(Checkpoints::in)
        .map(folder -> resume ? folder.resumingIfThere() : folder)
        .ifPresent(folder -> builder.checkpoints(folder).stopOnInterrupt());
    maxSteps.ifPresent(builder::maxSteps);
    maxMinutes.ifPresent(builder::maxMinutes);
    return builder;
  }
}
