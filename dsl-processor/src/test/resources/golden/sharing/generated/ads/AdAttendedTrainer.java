package ads;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code AdAttended}: 2 tasks from 2 features, shared trunk with attention of each task.
 *
 * <pre>
 * layer                    shape      parameters  multiply-adds
 * features                 [5]                12              0
 * trunk.hidden1            [16]               96             80
 * trunk.hidden2            [8]               136            128
 * attention.click.hidden1  [16]              544            512
 * trunk-click.hidden1      [16]                0              0
 * attention.click.hidden2  [8]               272            256
 * trunk-click.hidden2      [8]                 0              0
 * tasks.click.hidden       [4]                36             32
 * tasks.click.logits       [1]                 5              4
 * attention.price.hidden1  [16]              544            512
 * trunk-price.hidden1      [16]                0              0
 * attention.price.hidden2  [8]               272            256
 * trunk-price.hidden2      [8]                 0              0
 * tasks.price.logits       [1]                 9              8
 * tasks.click              yes or no
 * tasks.price              a number
 * </pre>
 *
 * <p>1,926 parameters, 1,788 multiply-adds per example.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdAttendedTrainer extends Trainer<Ad, AdInput, AdPrediction, AdTask> {
  private AdAttendedTrainer(TrainerOptions options) {
    super(new AdAttendedGraph(), AdTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  static AdAttendedTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  static TrainerBuilder<AdTask, AdAttendedTrainer> builder() {
    return new TrainerBuilder<>(AdAttendedTrainer::new);
  }
}
