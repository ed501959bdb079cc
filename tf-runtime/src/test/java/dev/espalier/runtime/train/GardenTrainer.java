package dev.espalier.runtime.train;

import dev.espalier.runtime.train.Garden.GardenTask;

/** As it would be generated, but for a model that tests choose. */
final class GardenTrainer extends Trainer<Garden, Garden.Input, Garden.Prediction, GardenTask> {

  private GardenTrainer(GardenModel model, TrainerOptions options) {
    super(model, GardenTask.class, options);
  }

  static TrainerBuilder<GardenTask, GardenTrainer> of(GardenModel model) {
    return new TrainerBuilder<>(options -> new GardenTrainer(model, options));
  }

  static TrainerBuilder<GardenTask, GardenTrainer> plain() {
    return of(GardenModel.plain());
  }
}
