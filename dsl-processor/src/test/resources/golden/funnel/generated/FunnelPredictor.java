import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Funnel} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class FunnelPredictor extends Predictor<Funnel, FunnelInput, FunnelPrediction> {
  private FunnelPredictor(Path file) {
    super(FunnelData.codec(), file);
  }

  /**
   * Loads a model that a trainer saved.
   */
  static FunnelPredictor load(Path file) {
    return new FunnelPredictor(file);
  }
}
