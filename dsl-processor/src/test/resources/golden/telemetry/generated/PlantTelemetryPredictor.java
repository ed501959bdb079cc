import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Telemetry} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantTelemetryPredictor extends Predictor<Plant.Telemetry, PlantTelemetryInput, PlantTelemetryPrediction> {
  private PlantTelemetryPredictor(Combination combination, Path... files) {
    super(PlantTelemetryData.codec(), combination, files);
  }

  /**
   * Loads a model that a trainer saved.
   */
  static PlantTelemetryPredictor load(Path file) {
    return new PlantTelemetryPredictor(Combination.AVERAGED, file);
  }

  /**
   * Loads several models, of {@code Telemetry} and its variants, whose probabilities and values
   * are averaged; of classes of tokens and pixels the most frequent one is predicted.
   */
  static PlantTelemetryPredictor ensemble(Path... files) {
    return new PlantTelemetryPredictor(Combination.AVERAGED, files);
  }

  /**
   * Loads several models that vote: a probability is the part of them that say so.
   * Values are averaged.
   */
  static PlantTelemetryPredictor vote(Path... files) {
    return new PlantTelemetryPredictor(Combination.VOTED, files);
  }
}
