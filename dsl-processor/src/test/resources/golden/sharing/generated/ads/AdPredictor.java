package ads;

import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Ad} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdPredictor extends Predictor<Ad, AdInput, AdPrediction> {
  private AdPredictor(Path file) {
    super(AdData.codec(), file);
  }

  /**
   * Loads a model that a trainer saved.
   */
  static AdPredictor load(Path file) {
    return new AdPredictor(file);
  }
}
