package ads;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code AdStitched}: 2 tasks from 2 features, cross-stitched trunks.
 *
 * <pre>
 * layer                   shape      parameters  multiply-adds
 * features                [5]                12              0
 * trunk-click.hidden1     [16]               96             80
 * trunk-price.hidden1     [16]               96             80
 * stitches.click.hidden1  [16]                2             32
 * stitches.price.hidden1  [16]                2             32
 * trunk-click.hidden2     [8]               136            128
 * trunk-price.hidden2     [8]               136            128
 * stitches.click.hidden2  [8]                 2             16
 * stitches.price.hidden2  [8]                 2             16
 * tasks.click.hidden      [4]                36             32
 * tasks.click.logits      [1]                 5              4
 * tasks.price.logits      [1]                 9              8
 * tasks.click             yes or no
 * tasks.price             a number
 * </pre>
 *
 * <p>534 parameters, 556 multiply-adds per example.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdStitchedTrainer extends Trainer<Ad, AdInput, AdPrediction, AdTask> {
  private AdStitchedTrainer(TrainerOptions options) {
    super(new AdStitchedGraph(), AdTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  static AdStitchedTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  static TrainerBuilder<AdTask, AdStitchedTrainer> builder() {
    return new TrainerBuilder<>(AdStitchedTrainer::new);
  }
}
