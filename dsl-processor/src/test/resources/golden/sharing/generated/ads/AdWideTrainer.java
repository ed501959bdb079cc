package ads;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code AdWide}: 2 tasks from 2 features, mixture of experts.
 *
 * <pre>
 * layer                   shape      parameters  multiply-adds
 * features                [5]                12              0
 * trunk-expert-1.hidden1  [16]               96             80
 * trunk-expert-2.hidden1  [16]               96             80
 * trunk-expert-3.hidden1  [16]               96             80
 * trunk-expert-4.hidden1  [16]               96             80
 * trunk-expert-5.hidden1  [16]               96             80
 * trunk-expert-6.hidden1  [16]               96             80
 * trunk-expert-7.hidden1  [16]               96             80
 * trunk-expert-8.hidden1  [16]               96             80
 * experts.hidden1         [8, 16]             0              0
 * gates.click             [8]                48             40
 * trunk-click.hidden1     [16]                0            128
 * tasks.click.hidden      [4]                68             64
 * tasks.click.logits      [1]                 5              4
 * gates.price             [8]                48             40
 * trunk-price.hidden1     [16]                0            128
 * tasks.price.logits      [1]                17             16
 * tasks.click             yes or no
 * tasks.price             a number
 * </pre>
 *
 * <p>966 parameters, 1,060 multiply-adds per example.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdWideTrainer extends Trainer<Ad, AdInput, AdPrediction, AdTask> {
  private AdWideTrainer(TrainerOptions options) {
    super(new AdWideGraph(), AdTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  static AdWideTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  static TrainerBuilder<AdTask, AdWideTrainer> builder() {
    return new TrainerBuilder<>(AdWideTrainer::new);
  }
}
