import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code PlantApart}: 3 tasks from 3 features, independent trunks behind stems.
 *
 * <pre>
 * layer                             shape             parameters  multiply-adds
 * tasks.defect.stem.conv            [28, 28, 16]             176        112,896
 * tasks.defect.stem.pool            [14, 14, 16]               0              0
 * tasks.defect.stem.flat            [3136]                     0              0
 * tasks.defect.stem.out             [64]                 200,768        200,704
 * features-defect@defect.machine    [4]               vocabulary              0
 * trunk-defect@defect.wide          [32]                   2,272          2,176
 * trunk-defect@defect.out           [16]                     528            512
 * tasks.defect.logits               [3]                       51             48
 * tasks.load.stem.out               [64]                   1,472          1,280
 * features-load@load.machine        [4]               vocabulary              0
 * trunk-load@load.wide              [32]                   2,272          2,176
 * trunk-load@load.out               [16]                     528            512
 * tasks.load.out                    [8]                      904            896
 * tasks.load.logits                 [1]                        9              8
 * tasks.stopped.stem.out            [64]                   1,472          1,280
 * features-stopped@stopped.machine  [4]               vocabulary              0
 * trunk-stopped@stopped.wide        [32]                   2,272          2,176
 * trunk-stopped@stopped.out         [16]                     528            512
 * tasks.stopped.hidden              [8]                      136            128
 * tasks.stopped.logits              [1]                        9              8
 * tasks.defect                      one of 3 classes
 * tasks.load                        a number
 * tasks.stopped                     yes or no
 * </pre>
 *
 * <p>213,397 parameters beside those of learnt vocabularies, 325,312 multiply-adds per example.
 *
 * <p>Layers:
 * {@link Plant.Eye#conv Eye.conv},
 * {@link Plant.Eye#pool Eye.pool},
 * {@link Plant.Eye#flat Eye.flat},
 * {@link Plant.Eye#out Eye.out},
 * {@link Plant.Trunk#wide Trunk.wide},
 * {@link Plant.Trunk#out Trunk.out},
 * {@link Plant.Nose#out Nose.out},
 * {@link Plant.Early#out Early.out}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantApartTrainer extends Trainer<Plant, PlantInput, PlantPrediction, PlantTask> {
  private PlantApartTrainer(TrainerOptions options) {
    super(new PlantApartGraph(), PlantTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  static PlantApartTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  static TrainerBuilder<PlantTask, PlantApartTrainer> builder() {
    return new TrainerBuilder<>(PlantApartTrainer::new);
  }
}
