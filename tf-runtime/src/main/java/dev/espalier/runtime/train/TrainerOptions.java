package dev.espalier.runtime.train;

import dev.espalier.runtime.train.option.TrainingOptions;
import dev.espalier.runtime.train.run.TrainingListener;
import java.util.List;

/**
 * What a {@link TrainerBuilder} was told; checked, immutable.
 *
 * @param training how the model is trained
 * @param listeners told of what happens in a run, in this order
 */
public record TrainerOptions(TrainingOptions training, List<TrainingListener> listeners) {

  /** Options with a list that nobody changes. */
  public TrainerOptions {
    listeners = List.copyOf(listeners);
  }
}
