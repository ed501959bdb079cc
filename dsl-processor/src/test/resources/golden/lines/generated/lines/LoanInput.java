package lines;

import javax.annotation.processing.Generated;

/**
 * The features of {@code Loan}: what a prediction is made from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public record LoanInput(float age, float income) {
  /**
   * The features of an example; its labels don't matter.
   */
  public static LoanInput of(Loan example) {
    return new LoanInput(
            example.age(),
            example.income());
  }
}
