import javax.annotation.processing.Generated;

/**
 * The features of {@code Funnel}: what a prediction is made from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
record FunnelInput(String user, float[] context) {
  /**
   * The features of an example; its labels don't matter.
   */
  static FunnelInput of(Funnel example) {
    return new FunnelInput(
            example.user(),
            example.context());
  }
}
