package funnel;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code Funnel}: 2 tasks from 2 features, shared trunk.
 *
 * <pre>
 * layer               shape            parameters  multiply-adds
 * features            [8]        404 + vocabulary              0
 * trunk.hidden1       [16]                    144            128
 * trunk.hidden2       [8]                     136            128
 * tasks.click.hidden  [4]                      36             32
 * tasks.click.logits  [1]                       5              4
 * tasks.buy.own       [4]                      36             32
 * tasks.buy.told      [4]                      20             16
 * tasks.buy.out       [4]                      40             36
 * tasks.buy.logits    [1]                       5              4
 * tasks.click         yes or no
 * tasks.buy           yes or no
 * </pre>
 *
 * <p>826 parameters beside those of learnt vocabularies, 380 multiply-adds per example.
 *
 * <p>Layers:
 * {@link funnel.Funnel.Plain#hidden Plain.hidden},
 * {@link funnel.Funnel.Informed#own Informed.own},
 * {@link funnel.Funnel.Informed#told Informed.told},
 * {@link funnel.Funnel.Informed#out Informed.out}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class FunnelTrainer extends Trainer<Funnel, FunnelInput, FunnelPrediction, FunnelTask> {
  private FunnelTrainer(TrainerOptions options) {
    super(new FunnelGraph(), FunnelTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  public static FunnelTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  public static TrainerBuilder<FunnelTask, FunnelTrainer> builder() {
    return new TrainerBuilder<>(FunnelTrainer::new);
  }
}
