import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Funnel} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class FunnelPredictor extends Predictor<Funnel, FunnelInput, FunnelPrediction> {
  private FunnelPredictor(Combination combination, Path... files) {
    super(FunnelData.codec(), combination, files);
  }

  /**
   * Loads a model that a trainer saved.
   */
  static FunnelPredictor load(Path file) {
    return new FunnelPredictor(Combination.AVERAGED, file);
  }

  /**
   * Loads several models, of {@code Funnel} and its variants, whose probabilities and values
   * are averaged; of classes of tokens and pixels the most frequent one is predicted.
   */
  static FunnelPredictor ensemble(Path... files) {
    return new FunnelPredictor(Combination.AVERAGED, files);
  }

  /**
   * Loads several models that vote: a probability is the part of them that say so.
   * Values are averaged.
   */
  static FunnelPredictor vote(Path... files) {
    return new FunnelPredictor(Combination.VOTED, files);
  }
}
