package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer Adadelta: s = rho s + (1 - rho) g^2, d = sqrt(u + epsilon) / sqrt(s + epsilon) g, u
 * = rho u + (1 - rho) d^2, w = w - rate d.
 *
 * <p>Its steps have the weights' own unit, so that the paper has no learning rate: with 1 it is the
 * paper's (Keras has 0.001 unless told, PyTorch 1). Memory: two copies of the parameters.
 *
 * <p>Source: Zeiler, <em>ADADELTA: An Adaptive Learning Rate Method</em>, arXiv:1212.5701, 2012.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adadelta {
  /** The learning rate, above 0; 1.0 unless said. The trainer's builder can replace it. */
  double learningRate() default 1.0;

  /** Decay of both means of squares, at least 0 and below 1; 0.95 unless said. */
  double rho() default 0.95;

  /**
   * Added to both means of squares, above 0: it decides how long the first steps are; 1e-6 unless
   * said.
   */
  double epsilon() default 1e-6;
}
