import dev.espalier.runtime.train.Trainer;
import dev.espalier.runtime.train.TrainerBuilder;
import dev.espalier.runtime.train.TrainerOptions;
import javax.annotation.processing.Generated;

/**
 * Trains {@code Telemetry}: 1 task from 3 features, shared trunk.
 *
 * <pre>
 * layer               shape      parameters  multiply-adds
 * features            [10]       vocabulary              0
 * trunk.hidden1       [32]              352            320
 * tasks.fault.logits  [1]                33             32
 * tasks.fault         yes or no
 * </pre>
 *
 * <p>385 parameters beside those of learnt vocabularies, 352 multiply-adds per example.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantTelemetryTrainer extends Trainer<Plant.Telemetry, PlantTelemetryInput, PlantTelemetryPrediction, PlantTelemetryTask> {
  private PlantTelemetryTrainer(TrainerOptions options) {
    super(new PlantTelemetryGraph(), PlantTelemetryTask.class, options);
  }

  /**
   * A trainer with the settings of the annotations.
   */
  static PlantTelemetryTrainer create() {
    return builder().build();
  }

  /**
   * What can be tuned without compiling again.
   */
  static TrainerBuilder<PlantTelemetryTask, PlantTelemetryTrainer> builder() {
    return new TrainerBuilder<>(PlantTelemetryTrainer::new);
  }
}
