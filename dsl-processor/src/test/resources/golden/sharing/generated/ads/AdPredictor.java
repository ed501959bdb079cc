package ads;

import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Ad} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdPredictor extends Predictor<Ad, AdInput, AdPrediction> {
  private AdPredictor(Combination combination, Path... files) {
    super(AdData.codec(), combination, files);
  }

  /**
   * Loads a model that a trainer saved.
   */
  static AdPredictor load(Path file) {
    return new AdPredictor(Combination.AVERAGED, file);
  }

  /**
   * Loads several models, of {@code Ad} and its variants, whose probabilities and values
   * are averaged; of classes of tokens and pixels the most frequent one is predicted.
   */
  static AdPredictor ensemble(Path... files) {
    return new AdPredictor(Combination.AVERAGED, files);
  }

  /**
   * Loads several models that vote: a probability is the part of them that say so.
   * Values are averaged.
   */
  static AdPredictor vote(Path... files) {
    return new AdPredictor(Combination.VOTED, files);
  }
}
