package lines;

import dev.espalier.runtime.model.Combination;
import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Loan} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class LoanPredictor extends Predictor<Loan, LoanInput, LoanPrediction> {
  private LoanPredictor(Combination combination, Path... files) {
    super(LoanData.codec(), combination, files);
  }

  /**
   * Loads a model that a trainer saved.
   */
  public static LoanPredictor load(Path file) {
    return new LoanPredictor(Combination.AVERAGED, file);
  }

  /**
   * Loads several models, of {@code Loan} and its variants, whose probabilities and values
   * are averaged; of classes of tokens and pixels the most frequent one is predicted.
   */
  public static LoanPredictor ensemble(Path... files) {
    return new LoanPredictor(Combination.AVERAGED, files);
  }

  /**
   * Loads several models that vote: a probability is the part of them that say so.
   * Values are averaged.
   */
  public static LoanPredictor vote(Path... files) {
    return new LoanPredictor(Combination.VOTED, files);
  }
}
