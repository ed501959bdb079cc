package funnel.variants;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import funnel.Funnel;
import funnel.FunnelInput;
import funnel.FunnelPrediction;
import funnel.FunnelTask;
import javax.annotation.processing.Generated;

/**
 * Trains {@code FunnelApart}: 2 tasks from 2 features, independent trunks.
 *
 * <pre>
 * layer                shape            parameters  multiply-adds
 * features-click       [8]        404 + vocabulary              0
 * trunk-click.hidden1  [16]                    144            128
 * trunk-click.hidden2  [8]                     136            128
 * tasks.click.hidden   [4]                      36             32
 * tasks.click.logits   [1]                       5              4
 * features-buy         [8]        404 + vocabulary              0
 * trunk-buy.hidden1    [16]                    144            128
 * trunk-buy.hidden2    [8]                     136            128
 * tasks.buy.own        [4]                      36             32
 * tasks.buy.told       [4]                      20             16
 * tasks.buy.out        [4]                      40             36
 * tasks.buy.logits     [1]                       5              4
 * tasks.click          yes or no
 * tasks.buy            yes or no
 * </pre>
 *
 * <p>1,510 parameters beside those of learnt vocabularies, 636 multiply-adds per example.
 *
 * <p>Layers:
 * {@link funnel.Funnel.Plain#hidden Plain.hidden},
 * {@link funnel.Funnel.Informed#own Informed.own},
 * {@link funnel.Funnel.Informed#told Informed.told},
 * {@link funnel.Funnel.Informed#out Informed.out}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class FunnelApartTrainer extends Trainer<Funnel, FunnelInput, FunnelPrediction, FunnelTask> {
  private FunnelApartTrainer(TrainerOptions options) {
    super(new FunnelApartGraph(), FunnelTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  static FunnelApartTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  static TrainerBuilder<FunnelTask, FunnelApartTrainer> builder() {
    return new TrainerBuilder<>(FunnelApartTrainer::new);
  }
}
