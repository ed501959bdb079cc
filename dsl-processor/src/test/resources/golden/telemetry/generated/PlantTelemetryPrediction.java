import javax.annotation.processing.Generated;

/**
 * What is predicted for one {@code Telemetry}: probabilities, and values in the labels' own units.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
record PlantTelemetryPrediction(float fault) {
}
