package census;

import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Census} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class CensusPredictor extends Predictor<Census, CensusInput, CensusPrediction> {
  private CensusPredictor(Path file) {
    super(CensusData.codec(), file);
  }

  /**
   * Loads a model that a trainer saved.
   */
  public static CensusPredictor load(Path file) {
    return new CensusPredictor(file);
  }
}
