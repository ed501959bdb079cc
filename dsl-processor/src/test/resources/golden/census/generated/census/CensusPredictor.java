package census;

import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Census} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class CensusPredictor extends Predictor<Census, CensusInput, CensusPrediction> {
  private CensusPredictor(Combination combination, Path... files) {
    super(CensusData.codec(), combination, files);
  }

  /**
   * Loads a model that a trainer saved.
   */
  public static CensusPredictor load(Path file) {
    return new CensusPredictor(Combination.AVERAGED, file);
  }

  /**
   * Loads several models, of {@code Census} and its variants, whose probabilities and values
   * are averaged; of classes of tokens and pixels the most frequent one is predicted.
   */
  public static CensusPredictor ensemble(Path... files) {
    return new CensusPredictor(Combination.AVERAGED, files);
  }

  /**
   * Loads several models that vote: a probability is the part of them that say so.
   * Values are averaged.
   */
  public static CensusPredictor vote(Path... files) {
    return new CensusPredictor(Combination.VOTED, files);
  }
}
