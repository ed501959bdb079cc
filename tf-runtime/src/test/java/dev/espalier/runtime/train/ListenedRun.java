package dev.espalier.runtime.train;

import dev.espalier.runtime.data.Dataset;
import java.util.Map;

/** A short run of four tasks that tests of listeners listen to. */
public final class ListenedRun {
  private ListenedRun() {}

  /**
   * Trains: 96 rows in batches of 32, gradients known in every step.
   *
   * @return the weights after it, by path
   */
  public static Map<String, float[]> of(int epochs, TrainingListener... listeners) {
    TrainerBuilder<Garden.GardenTask, GardenTrainer> builder =
        GardenTrainer.plain().epochs(epochs).batchSize(32).seed(3).reportGradients(1);
    WeightsAtEnd end = new WeightsAtEnd();
    builder.listener(end);
    for (TrainingListener listener : listeners) {
      builder.listener(listener);
    }
    try (GardenTrainer trainer = builder.build()) {
      trainer.fit(Dataset.of(Garden.grow(96, 1)), Dataset.of(Garden.grow(64, 2)));
    }
    return end.weights;
  }

  private static final class WeightsAtEnd implements TrainingListener {
    private RunStart start;
    private Map<String, float[]> weights;

    @Override
    public void runStarted(RunStart run) {
      start = run;
    }

    @Override
    public void runEnded(History history) {
      weights = start.view().weights();
    }
  }
}
