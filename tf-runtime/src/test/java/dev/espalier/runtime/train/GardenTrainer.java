package dev.espalier.runtime.train;

import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.train.Garden.GardenTask;

/** As it would be generated, but for a model that tests choose. */
public final class GardenTrainer
    extends Trainer<Garden, Garden.Input, Garden.Prediction, GardenTask> {

  private GardenTrainer(
      GeneratedModel<Garden, Garden.Input, Garden.Prediction> model, TrainerOptions options) {
    super(model, GardenTask.class, options);
  }

  static TrainerBuilder<GardenTask, GardenTrainer> of(
      GeneratedModel<Garden, Garden.Input, Garden.Prediction> model) {
    return new TrainerBuilder<>(options -> new GardenTrainer(model, options));
  }

  public static TrainerBuilder<GardenTask, GardenTrainer> plain() {
    return of(GardenModel.plain());
  }
}
