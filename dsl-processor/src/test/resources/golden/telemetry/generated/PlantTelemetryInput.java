import javax.annotation.processing.Generated;

/**
 * The features of {@code Telemetry}: what a prediction is made from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
record PlantTelemetryInput(float temperature, long speed, int größe) {
  /**
   * The features of an example; its labels don't matter.
   */
  static PlantTelemetryInput of(Plant.Telemetry example) {
    return new PlantTelemetryInput(
            example.getTemperature(),
            example.getSpeed(),
            example.größe);
  }
}
