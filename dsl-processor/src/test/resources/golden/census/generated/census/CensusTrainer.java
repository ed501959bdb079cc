package census;

import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code Census}: 2 tasks from 10 features, shared trunk.
 *
 * <pre>
 * layer                       shape                   parameters  multiply-adds
 * features                    [40]              526 + vocabulary              0
 * trunk.hidden1               [256]                       10,496         10,240
 * trunk.hidden2               [128]                       32,896         32,768
 * tasks.highIncome.logits     [1]                            129            128
 * tasks.maritalStatus.logits  [7]                            903            896
 * tasks.highIncome            yes or no
 * tasks.maritalStatus         one of 7 classes
 * </pre>
 *
 * <p>44,950 parameters beside those of learnt vocabularies, 44,032 multiply-adds per example.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class CensusTrainer extends Trainer<Census, CensusInput, CensusPrediction, CensusTask> {
  private CensusTrainer(TrainerOptions options) {
    super(new CensusGraph(), CensusTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  public static CensusTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  public static TrainerBuilder<CensusTask, CensusTrainer> builder() {
    return new TrainerBuilder<>(CensusTrainer::new);
  }
}
