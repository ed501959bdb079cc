package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Group normalisation: mean 0 and variance 1 of each example over all positions and the units of a
 * group, then a learnt scale and shift of each unit.
 *
 * <p>Does not look at other examples, so that it serves small batches where {@link BatchNorm} does
 * not. Along a sequence only real positions count. Source: Wu and He, ECCV 2018.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GroupNorm {
  /**
   * How many groups the units form, at least 1, a divisor of their number; 1 looks at all units
   * together.
   */
  int groups();

  /** Added to the variance, above 0; 1e-5 unless said. */
  double epsilon() default 1e-5;
}
