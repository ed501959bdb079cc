import javax.annotation.processing.Generated;

/**
 * The features of {@code Plant}: what a prediction is made from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
record PlantInput(byte[] picture, float[] sensors, String machine) {
  /**
   * The features of an example; its labels don't matter.
   */
  static PlantInput of(Plant example) {
    return new PlantInput(
            example.picture(),
            example.sensors(),
            example.machine());
  }
}
