import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code PlantExperts}: 3 tasks from 3 features, mixture of experts behind stems.
 *
 * <pre>
 * layer                        shape             parameters  multiply-adds
 * tasks.defect.stem.conv       [28, 28, 16]             176        112,896
 * tasks.defect.stem.pool       [14, 14, 16]               0              0
 * tasks.defect.stem.flat       [3136]                     0              0
 * tasks.defect.stem.out        [64]                 200,768        200,704
 * tasks.load.stem.out          [64]                   1,472          1,280
 * tasks.stopped.stem.out       [64]                   1,472          1,280
 * features@defect.machine      [4]               vocabulary              0
 * trunk-expert-1@defect.wide   [32]                   2,272          2,176
 * trunk-expert-1@defect.out    [16]                     528            512
 * trunk-expert-2@defect.wide   [32]                   2,272          2,176
 * trunk-expert-2@defect.out    [16]                     528            512
 * experts@defect.out           [2, 16]                    0              0
 * features@load.machine        [4]                        0              0
 * trunk-expert-1@load.wide     [32]                       0          2,176
 * trunk-expert-1@load.out      [16]                       0            512
 * trunk-expert-2@load.wide     [32]                       0          2,176
 * trunk-expert-2@load.out      [16]                       0            512
 * experts@load.out             [2, 16]                    0              0
 * experts@load.wide            [2, 32]                    0              0
 * features@stopped.machine     [4]                        0              0
 * trunk-expert-1@stopped.wide  [32]                       0          2,176
 * trunk-expert-1@stopped.out   [16]                       0            512
 * trunk-expert-2@stopped.wide  [32]                       0          2,176
 * trunk-expert-2@stopped.out   [16]                       0            512
 * experts@stopped.out          [2, 16]                    0              0
 * gates@defect.defect          [2]                      130            128
 * trunk-defect@defect.out      [16]                       0             32
 * tasks.defect.logits          [3]                       51             48
 * gates@load.load              [2]                      130            128
 * trunk-load@load.out          [16]                       0             32
 * trunk-load@load.wide         [32]                       0             64
 * tasks.load.out               [8]                      904            896
 * tasks.load.logits            [1]                        9              8
 * gates@stopped.stopped        [2]                      130            128
 * trunk-stopped@stopped.out    [16]                       0             32
 * tasks.stopped.hidden         [8]                      136            128
 * tasks.stopped.logits         [1]                        9              8
 * tasks.defect                 one of 3 classes
 * tasks.load                   a number
 * tasks.stopped                yes or no
 * </pre>
 *
 * <p>210,987 parameters beside those of learnt vocabularies, 333,920 multiply-adds per example.
 *
 * <p>Layers:
 * {@link Plant.Eye#conv Eye.conv},
 * {@link Plant.Eye#pool Eye.pool},
 * {@link Plant.Eye#flat Eye.flat},
 * {@link Plant.Eye#out Eye.out},
 * {@link Plant.Nose#out Nose.out},
 * {@link Plant.Trunk#wide Trunk.wide},
 * {@link Plant.Trunk#out Trunk.out},
 * {@link Plant.Early#out Early.out}.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantExpertsTrainer extends Trainer<Plant, PlantInput, PlantPrediction, PlantTask> {
  private PlantExpertsTrainer(TrainerOptions options) {
    super(new PlantExpertsGraph(), PlantTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  static PlantExpertsTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  static TrainerBuilder<PlantTask, PlantExpertsTrainer> builder() {
    return new TrainerBuilder<>(PlantExpertsTrainer::new);
  }
}
