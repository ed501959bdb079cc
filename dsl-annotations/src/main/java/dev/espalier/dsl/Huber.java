package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A regression loss that is d^2 / 2 for differences d up to delta and delta (|d| - delta / 2)
 * beyond.
 *
 * <p>Source: Huber, <em>Robust Estimation of a Location Parameter</em>, 1964.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Huber {
  /** Where the parabola ends, above 0, in units of the (standardized) label; 1 unless said. */
  double delta() default 1;
}
