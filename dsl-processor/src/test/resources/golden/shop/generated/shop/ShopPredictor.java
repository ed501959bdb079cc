package shop;

import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Shop} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class ShopPredictor extends Predictor<Shop, ShopInput, ShopPrediction> {
  private ShopPredictor(Path file) {
    super(ShopData.codec(), file);
  }

  /**
   * Loads a model that a trainer saved.
   */
  public static ShopPredictor load(Path file) {
    return new ShopPredictor(file);
  }
}
