package funnel;

import javax.annotation.processing.Generated;

/**
 * What is predicted for one {@code Funnel}: probabilities, and values in the labels' own units.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public record FunnelPrediction(float click, float buy) {
}
