package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer Adam, and the default of a model without an optimizer annotation.
 *
 * <p>Source: Kingma and Ba, ICLR 2015, in the efficient form at the end of their section 2 (epsilon
 * is added to the uncorrected root).
 *
 * <p>Memory: two copies of the parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adam {
  /** The learning rate, above 0; 1e-3 unless said. The trainer's builder can replace it. */
  double learningRate() default 1e-3;

  /** Decay of the first moment, at least 0 and below 1; 0.9 unless said. */
  double beta1() default 0.9;

  /** Decay of the second moment, at least 0 and below 1; 0.999 unless said. */
  double beta2() default 0.999;

  /** Keeps the division finite, above 0; 1e-7 unless said. */
  double epsilon() default 1e-7;
}
