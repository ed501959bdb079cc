package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Batch normalisation: mean 0 and variance 1 over the batch for each unit, then a learnt scale and
 * shift.
 *
 * <p>Along a sequence only real positions count, so that a row without one counts for nothing. A
 * row without a picture or sound does count, as black or as silence, though no task that needs it
 * learns from the row: the statistics are those of all rows of the batch. Where many rows lack it,
 * take {@link GroupNorm} or {@link LayerNorm}, which look at each row alone, or a stem ({@link
 * TaskHead#stem}), behind which only the rows that have its features are there at all.
 *
 * <p>Outside training the moving mean and variance take the batch's place; they are part of the
 * saved model. The batch's own variance is the biased one, the moving variance follows the unbiased
 * one. Source: Ioffe and Szegedy, ICML 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BatchNorm {
  /**
   * Part of the old moving statistics that a step keeps, at least 0 and below 1; 0.99 unless said.
   */
  double momentum() default 0.99;

  /** Added to the variance, above 0; 1e-3 unless said. */
  double epsilon() default 1e-3;
}
