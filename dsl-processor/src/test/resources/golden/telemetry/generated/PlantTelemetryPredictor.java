import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Telemetry} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantTelemetryPredictor extends Predictor<Plant.Telemetry, PlantTelemetryInput, PlantTelemetryPrediction> {
  private PlantTelemetryPredictor(Path file) {
    super(PlantTelemetryData.codec(), file);
  }

  /**
   * Loads a model that a trainer saved.
   */
  static PlantTelemetryPredictor load(Path file) {
    return new PlantTelemetryPredictor(file);
  }
}
