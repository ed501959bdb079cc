import dev.espalier.runtime.model.TaskKey;
import javax.annotation.processing.Generated;

/**
 * The tasks of {@code Funnel}, spelt as its labels.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
enum FunnelTask implements TaskKey {
  click,

  cart,

  buy,

  back
}
