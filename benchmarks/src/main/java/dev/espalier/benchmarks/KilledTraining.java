package dev.espalier.benchmarks;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.run.TrainingListener;
import java.nio.file.Path;
import java.util.List;

/** A program that trains with checkpoints, going on where an earlier one was killed. */
final class KilledTraining {
  static final String RUNNING = "running";
  private static final int ROWS = 2000;

  private KilledTraining() {}

  /**
   * Trains and saves the model.
   *
   * @param args folder of checkpoints, file of the model, epochs, steps between checkpoints
   */
  public static void main(String[] args) {
    List<Killed> rows = Killed.rows(ROWS);
    int epochs = Integer.parseInt(args[2]);
    int steps = Integer.parseInt(args[3]);
    TrainingListener telling =
        new TrainingListener() {
          @Override
          public void runStarted(RunStart run) {
            System.out.println(RUNNING);
          }
        };
    try (KilledTrainer trainer =
        KilledTrainer.builder()
            .epochs(epochs)
            .batchSize(50)
            .seed(3)
            .threads(1)
            .checkpoints(Checkpoints.in(Path.of(args[0])).everySteps(steps).resumingIfThere())
            .listener(telling)
            .build()) {
      trainer.fit(Dataset.of(rows), Dataset.of(rows.subList(0, 200)));
      trainer.save(Path.of(args[1]));
    }
  }
}
