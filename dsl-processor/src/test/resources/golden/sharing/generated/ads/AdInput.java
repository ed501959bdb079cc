package ads;

import javax.annotation.processing.Generated;

/**
 * The features of {@code Ad}: what a prediction is made from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
record AdInput(float age, Ad.Site site) {
  /**
   * The features of an example; its labels don't matter.
   */
  static AdInput of(Ad example) {
    return new AdInput(
            example.age(),
            example.site());
  }
}
