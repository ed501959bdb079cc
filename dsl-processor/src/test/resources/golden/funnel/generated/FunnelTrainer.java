import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code Funnel}: 4 tasks from 2 features, shared trunk.
 *
 * <pre>
 * layer               shape      parameters  multiply-adds
 * features            [20]           16,016              0
 * trunk.hidden1       [32]              672            640
 * tasks.click.hidden  [8]               264            256
 * tasks.click.logits  [1]                 9              8
 * tasks.cart.own      [8]               264            256
 * tasks.cart.told     [8]                72             64
 * tasks.cart.out      [8]               192            416
 * tasks.cart.logits   [1]                 9              8
 * tasks.buy.logits    [1]                33             32
 * tasks.back.out      [4]                20             16
 * tasks.back.logits   [1]                 5              4
 * tasks.click         yes or no
 * tasks.cart          yes or no
 * tasks.buy           yes or no
 * tasks.back          yes or no
 * </pre>
 *
 * <p>17,556 parameters, 1,700 multiply-adds per example.
 *
 * <p>Layers:
 * {@link Funnel.Told#own Told.own},
 * {@link Funnel.Told#told Told.told},
 * {@link Funnel.Told#out Told.out},
 * {@link Funnel.Back#out Back.out}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class FunnelTrainer extends Trainer<Funnel, FunnelInput, FunnelPrediction, FunnelTask> {
  private FunnelTrainer(TrainerOptions options) {
    super(new FunnelGraph(), FunnelTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  static FunnelTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  static TrainerBuilder<FunnelTask, FunnelTrainer> builder() {
    return new TrainerBuilder<>(FunnelTrainer::new);
  }
}
