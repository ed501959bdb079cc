package census;

import dev.espalier.runtime.serve.ClassPrediction;
import javax.annotation.processing.Generated;

/**
 * What is predicted for one {@code Census}: probabilities, and values in the labels' own units.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public record CensusPrediction(float highIncome,
    ClassPrediction<Census.MaritalStatus> maritalStatus) {
}
