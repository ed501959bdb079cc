package shop;

import dev.espalier.runtime.model.TaskKey;
import javax.annotation.processing.Generated;

/**
 * The tasks of {@code Shop}, spelt as its labels.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public enum ShopTask implements TaskKey {
  click,

  buy,

  next,

  rating,

  paid,

  delays,

  flags,

  bought
}
