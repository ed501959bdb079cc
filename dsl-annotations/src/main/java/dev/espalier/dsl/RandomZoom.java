package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Enlarges or shrinks a picture in training, its size staying what it is: of an enlarged picture a
 * part is seen, a shrunk one lies somewhere on black. Masks and boxes along it follow; what is
 * beyond the mask counts for nothing.
 *
 * <p>Pixels of the picture are interpolated, those of a mask are the nearest. Factors are drawn
 * evenly on a logarithmic scale, places evenly. The draws are a function of the run's seed, the
 * epoch and the row's place in it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface RandomZoom {
  /** The smallest factor, at least 0.1 and at most 1; 0.8 unless said. */
  double min() default 0.8;

  /** The greatest factor, at least 1 and at most 10; 1.25 unless said. */
  double max() default 1.25;
}
