package funnel;

import javax.annotation.processing.Generated;

/**
 * The features of {@code Funnel}: what a prediction is made from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public record FunnelInput(String user, String item) {
  /**
   * The features of an example; its labels don't matter.
   */
  public static FunnelInput of(Funnel example) {
    return new FunnelInput(
            example.user(),
            example.item());
  }
}
