package lines;

import javax.annotation.processing.Generated;

/**
 * What is predicted for one {@code Loan}: probabilities, and values in the labels' own units.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public record LoanPrediction(float rich, float repaid, float repaidGivenRich) {
}
