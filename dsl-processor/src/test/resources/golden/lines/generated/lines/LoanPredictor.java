package lines;

import dev.espalier.runtime.serve.Predictor;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * Predicts with a saved model of {@code Loan} or of any variant of it; thread-safe.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class LoanPredictor extends Predictor<Loan, LoanInput, LoanPrediction> {
  private LoanPredictor(Path file) {
    super(LoanData.codec(), file);
  }

  /**
   * Loads a model that a trainer saved.
   */
  public static LoanPredictor load(Path file) {
    return new LoanPredictor(file);
  }
}
