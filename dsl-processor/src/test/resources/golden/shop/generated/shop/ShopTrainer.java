package shop;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code Shop}: 8 tasks from 9 features, shared trunk.
 *
 * <pre>
 * layer                  shape                   parameters  multiply-adds
 * features               [52]              352 + vocabulary              0
 * trunk.wide             [16]                           880            832
 * trunk.blocks.0.first   [16]                           304            256
 * trunk.blocks.0.second  [16]                           272            256
 * trunk.blocks.0.skip    [16]                             0              0
 * trunk.blocks.0.out     [16]                             0              0
 * trunk.blocks.1.first   [16]                           304            256
 * trunk.blocks.1.second  [16]                           272            256
 * trunk.blocks.1.skip    [16]                             0              0
 * trunk.blocks.1.out     [16]                             0              0
 * trunk.blocks.2.first   [16]                           304            256
 * trunk.blocks.2.second  [16]                           272            256
 * trunk.blocks.2.skip    [16]                             0              0
 * trunk.blocks.2.out     [16]                             0              0
 * trunk.narrow.first     [8]                            152            128
 * trunk.narrow.second    [8]                             72             64
 * trunk.narrow.skip      [8]                            144            128
 * trunk.narrow.out       [8]                              0              0
 * trunk.out              [9]                              0              0
 * features.colour        [4]                              0              0
 * tasks.click.hidden     [4]                             56             52
 * tasks.click.out        [4]                              0              0
 * tasks.click.logits     [1]                              5              4
 * tasks.buy.hidden       [4]                             40             36
 * tasks.buy.logits       [1]                              5              4
 * tasks.next.logits      [3]                             30             27
 * tasks.rating.logits    [3]                             30             27
 * tasks.paid.hidden      [4]                            124            120
 * tasks.paid.logits      [1]                              5              4
 * tasks.delays.logits    [2]                             20             18
 * tasks.flags.logits     [2]                             20             18
 * tasks.bought.hidden    [4]                             56             52
 * tasks.bought.out       [4]                              0              0
 * tasks.bought.logits    [3]                             15             12
 * tasks.click            yes or no
 * tasks.buy              yes or no
 * tasks.next             one of 3 classes
 * tasks.rating           one of 3 classes
 * tasks.paid             a number
 * tasks.delays           2 numbers
 * tasks.flags            any of 2 labels
 * tasks.bought           any of 3 labels
 * </pre>
 *
 * <p>3,734 parameters beside those of learnt vocabularies, 3,062 multiply-adds per example.
 *
 * <p>Layers:
 * {@link shop.Shop.Trunk#wide Trunk.wide},
 * {@link shop.Shop.Residual#first Residual.first},
 * {@link shop.Shop.Residual#second Residual.second},
 * {@link shop.Shop.Residual#skip Residual.skip},
 * {@link shop.Shop.Residual#out Residual.out},
 * {@link shop.Shop.Trunk#blocks Trunk.blocks},
 * {@link shop.Shop.Trunk#narrow Trunk.narrow},
 * {@link shop.Shop.Trunk#out Trunk.out},
 * {@link shop.Shop.Tower#hidden Tower.hidden},
 * {@link shop.Shop.Tower#out Tower.out},
 * {@link shop.Shop.Price#hidden Price.hidden}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class ShopTrainer extends Trainer<Shop, ShopInput, ShopPrediction, ShopTask> {
  private ShopTrainer(TrainerOptions options) {
    super(new ShopGraph(), ShopTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  public static ShopTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  public static TrainerBuilder<ShopTask, ShopTrainer> builder() {
    return new TrainerBuilder<>(ShopTrainer::new);
  }
}
