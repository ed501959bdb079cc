package ads;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code Ad}: 2 tasks from 2 features, mixture of experts.
 *
 * <pre>
 * layer                   shape      parameters  multiply-adds
 * features                [5]                12              0
 * trunk-expert-1.hidden1  [16]               96             80
 * trunk-expert-1.hidden2  [8]               136            128
 * trunk-expert-2.hidden1  [16]               96             80
 * trunk-expert-2.hidden2  [8]               136            128
 * trunk-expert-3.hidden1  [16]               96             80
 * trunk-expert-3.hidden2  [8]               136            128
 * experts.hidden2         [3, 8]              0              0
 * gates.click             [3]                18             15
 * trunk-click.hidden2     [8]                 0             24
 * tasks.click.hidden      [4]                36             32
 * tasks.click.logits      [1]                 5              4
 * gates.price             [3]                18             15
 * trunk-price.hidden2     [8]                 0             24
 * tasks.price.logits      [1]                 9              8
 * tasks.click             yes or no
 * tasks.price             a number
 * </pre>
 *
 * <p>794 parameters, 746 multiply-adds per example.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdTrainer extends Trainer<Ad, AdInput, AdPrediction, AdTask> {
  private AdTrainer(TrainerOptions options) {
    super(new AdGraph(), AdTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  static AdTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  static TrainerBuilder<AdTask, AdTrainer> builder() {
    return new TrainerBuilder<>(AdTrainer::new);
  }
}
