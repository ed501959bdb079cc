import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Plant} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantPredictor extends Predictor<Plant, PlantInput, PlantPrediction> {
  private PlantPredictor(Combination combination, Path... files) {
    super(PlantData.codec(), combination, files);
  }

  /**
   * Loads a model that a trainer saved.
   */
  static PlantPredictor load(Path file) {
    return new PlantPredictor(Combination.AVERAGED, file);
  }

  /**
   * Loads several models, of {@code Plant} and its variants, whose probabilities and values
   * are averaged; of classes of tokens and pixels the most frequent one is predicted.
   */
  static PlantPredictor ensemble(Path... files) {
    return new PlantPredictor(Combination.AVERAGED, files);
  }

  /**
   * Loads several models that vote: a probability is the part of them that say so.
   * Values are averaged.
   */
  static PlantPredictor vote(Path... files) {
    return new PlantPredictor(Combination.VOTED, files);
  }
}
