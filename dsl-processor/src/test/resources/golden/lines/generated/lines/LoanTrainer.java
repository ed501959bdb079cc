package lines;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code Loan}: 2 tasks from 2 features, shared trunk.
 *
 * <pre>
 * layer                shape      parameters  multiply-adds
 * trunk.wide           [16]               48             32
 * trunk.x.a            [8]               136            128
 * trunk.x              [8]                 0              0
 * trunk.y.0.first      [6]                54             48
 * trunk.y.0.second     [4]                28             24
 * trunk.y.1.first      [6]                30             24
 * trunk.y.1.second     [4]                28             24
 * trunk.y              [4]                 8              0
 * trunk.out            [4]                44             40
 * tasks.rich.a         [4]                20             16
 * tasks.rich.b         [3]                15             12
 * tasks.rich.logits    [1]                 4              3
 * tasks.repaid.logits  [1]                 5              4
 * tasks.rich           yes or no
 * tasks.repaid         yes or no
 * </pre>
 *
 * <p>420 parameters, 355 multiply-adds per example.
 *
 * <p>Layers:
 * {@link lines.Loan.Trunk#wide Trunk.wide},
 * {@link lines.Loan.Step#a Step.a},
 * {@link lines.Loan.Trunk#x Trunk.x},
 * {@link lines.Loan.Pair#first Pair.first},
 * {@link lines.Loan.Pair#second Pair.second},
 * {@link lines.Loan.Trunk#y Trunk.y},
 * {@link lines.Loan.Trunk#out Trunk.out},
 * {@link lines.Loan.Rich#a Rich.a},
 * {@link lines.Loan.Rich#b Rich.b}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class LoanTrainer extends Trainer<Loan, LoanInput, LoanPrediction, LoanTask> {
  private LoanTrainer(TrainerOptions options) {
    super(new LoanGraph(), LoanTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  public static LoanTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  public static TrainerBuilder<LoanTask, LoanTrainer> builder() {
    return new TrainerBuilder<>(LoanTrainer::new);
  }
}
