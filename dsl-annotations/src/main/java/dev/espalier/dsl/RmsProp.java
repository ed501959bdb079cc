package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer RMSProp: s = rho s + (1 - rho) g^2, w = w - rate g / sqrt(s + epsilon).
 *
 * <p>With a momentum v = momentum v + rate g / sqrt(s + epsilon) and w = w - v.
 *
 * <p>Source: Tieleman and Hinton, Coursera lecture 6.5, 2012.
 *
 * <p>Memory: two copies of the parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RmsProp {
  /** The learning rate, above 0; 1e-3 unless said. The trainer's builder can replace it. */
  double learningRate() default 1e-3;

  /** Decay of the mean of squares, at least 0 and below 1; 0.9 unless said. */
  double rho() default 0.9;

  /** At least 0 and below 1; 0 unless said. */
  double momentum() default 0;

  /** Keeps the division finite, above 0; 1e-7 unless said. */
  double epsilon() default 1e-7;
}
