package ads;

import dev.espalier.runtime.model.TaskKey;
import javax.annotation.processing.Generated;

/**
 * The tasks of {@code Ad}, spelt as its labels.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
enum AdTask implements TaskKey {
  click,

  price
}
