package ads;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code AdLevels}: 2 tasks from 2 features, progressive extraction.
 *
 * <pre>
 * layer                                shape      parameters  multiply-adds
 * features                             [5]                12              0
 * trunk-click-level1-expert-1.hidden1  [16]               96             80
 * trunk-level1-expert-1.hidden1        [16]               96             80
 * trunk-level1-expert-2.hidden1        [16]               96             80
 * experts.click.level1.hidden1         [3, 16]             0              0
 * gates.click.level1                   [3]                18             15
 * trunk-click-level1.hidden1           [16]                0             48
 * trunk-price-level1-expert-1.hidden1  [16]               96             80
 * experts.level1.hidden1               [4, 16]             0              0
 * gates.level1                         [4]                24             20
 * trunk-level1.hidden1                 [16]                0             64
 * experts.price.level1.hidden1         [3, 16]             0              0
 * gates.price.level1                   [3]                18             15
 * trunk-price-level1.hidden1           [16]                0             48
 * trunk-click-level2-expert-1.hidden2  [8]               136            128
 * trunk-level2-expert-1.hidden2        [8]               136            128
 * trunk-level2-expert-2.hidden2        [8]               136            128
 * experts.click.level2.hidden2         [3, 8]              0              0
 * gates.click.level2                   [3]                51             48
 * trunk-click-level2.hidden2           [8]                 0             24
 * trunk-price-level2-expert-1.hidden2  [8]               136            128
 * experts.price.level2.hidden2         [3, 8]              0              0
 * gates.price.level2                   [3]                51             48
 * trunk-price-level2.hidden2           [8]                 0             24
 * tasks.click.hidden                   [4]                36             32
 * tasks.click.logits                   [1]                 5              4
 * tasks.price.logits                   [1]                 9              8
 * tasks.click                          yes or no
 * tasks.price                          a number
 * </pre>
 *
 * <p>1,152 parameters, 1,230 multiply-adds per example.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdLevelsTrainer extends Trainer<Ad, AdInput, AdPrediction, AdTask> {
  private AdLevelsTrainer(TrainerOptions options) {
    super(new AdLevelsGraph(), AdTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  static AdLevelsTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  static TrainerBuilder<AdTask, AdLevelsTrainer> builder() {
    return new TrainerBuilder<>(AdLevelsTrainer::new);
  }
}
