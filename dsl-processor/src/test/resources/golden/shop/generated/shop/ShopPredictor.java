package shop;

import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Shop} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class ShopPredictor extends Predictor<Shop, ShopInput, ShopPrediction> {
  private ShopPredictor(Combination combination, Path... files) {
    super(ShopData.codec(), combination, files);
  }

  /**
   * Loads a model that a trainer saved.
   */
  public static ShopPredictor load(Path file) {
    return new ShopPredictor(Combination.AVERAGED, file);
  }

  /**
   * Loads several models, of {@code Shop} and its variants, whose probabilities and values
   * are averaged; of classes of tokens and pixels the most frequent one is predicted.
   */
  public static ShopPredictor ensemble(Path... files) {
    return new ShopPredictor(Combination.AVERAGED, files);
  }

  /**
   * Loads several models that vote: a probability is the part of them that say so.
   * Values are averaged.
   */
  public static ShopPredictor vote(Path... files) {
    return new ShopPredictor(Combination.VOTED, files);
  }
}
