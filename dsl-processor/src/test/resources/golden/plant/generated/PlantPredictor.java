import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Plant} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantPredictor extends Predictor<Plant, PlantInput, PlantPrediction> {
  private PlantPredictor(Path file) {
    super(PlantData.codec(), file);
  }

  /**
   * Loads a model that a trainer saved.
   */
  static PlantPredictor load(Path file) {
    return new PlantPredictor(file);
  }
}
