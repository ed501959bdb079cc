import javax.annotation.processing.Generated;

/**
 * What is predicted for one {@code Funnel}: probabilities, and values in the labels' own units. Null where features that a task needs were absent.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
record FunnelPrediction(Float click, Float cart, Float buy, Float buyGivenCart, Float back) {
}
