package dev.espalier.runtime.train;

import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.optimize.Optimizer;
import dev.espalier.runtime.train.option.Checkpoints;
import dev.espalier.runtime.train.option.NonFinite;
import dev.espalier.runtime.train.run.History;
import dev.espalier.runtime.train.run.TrainingListener;
import java.nio.file.Path;
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
    WeightsAtEnd end = new WeightsAtEnd();
    fit(builder(epochs, listeners).listener(end));
    return end.weights;
  }

  private static TrainerBuilder<Garden.GardenTask, GardenTrainer> builder(
      int epochs, TrainingListener... listeners) {
    TrainerBuilder<Garden.GardenTask, GardenTrainer> builder =
        GardenTrainer.plain().epochs(epochs).batchSize(32).seed(3).reportGradients(1);
    for (TrainingListener listener : listeners) {
      builder.listener(listener);
    }
    return builder;
  }

  private static History fit(TrainerBuilder<Garden.GardenTask, GardenTrainer> builder) {
    try (GardenTrainer trainer = builder.build()) {
      return trainer.fit(Dataset.of(Garden.grow(96, 1)), Dataset.of(Garden.grow(64, 2)));
    }
  }

  /** Three epochs of three steps, up to one of them; or on from where it was. */
  public static History part(Path checkpoints, long lastStep, TrainingListener... listeners) {
    return fit(
        builder(3, listeners)
            .checkpoints(Checkpoints.in(checkpoints).everySteps(1).resumingIfThere())
            .maxSteps(lastStep));
  }

  /**
   * Two epochs of three steps. The third blows the weights up; the run goes back from the fourth to
   * after the second, over the end of an epoch, and then to its end at a rate that is next to none.
   */
  public static History backFromTheFourthStep(Path checkpoints, TrainingListener... listeners) {
    return fit(
        builder(2, listeners)
            .optimizer(Optimizer.sgd(1e-3))
            .rateSchedule(run -> step -> step == 3 ? 1e30 : 1)
            .checkpoints(Checkpoints.in(checkpoints).everySteps(2).keepLast(1))
            .onNonFinite(NonFinite.goBack(1e-33, 1)));
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
