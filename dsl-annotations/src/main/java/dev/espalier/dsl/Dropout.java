package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets each value to 0 with the given probability while training and scales the others up by 1 / (1
 * - rate); does nothing otherwise.
 *
 * <p>Draws depend on the trainer's seed, the step and the layer alone. Source: Srivastava et al.,
 * JMLR 15, 2014.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dropout {
  /** The probability, at least 0 and below 1. */
  double value();
}
