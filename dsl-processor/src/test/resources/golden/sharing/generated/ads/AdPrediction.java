package ads;

import javax.annotation.processing.Generated;

/**
 * What is predicted for one {@code Ad}: probabilities, and values in the labels' own units.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
record AdPrediction(float click, float price) {
}
