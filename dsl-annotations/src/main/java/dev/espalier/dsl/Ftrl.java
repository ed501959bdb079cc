package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer FTRL-Proximal, for sparse linear parts with an L1 penalty that leaves weights at
 * exactly 0: a weight minimizes z w + q w^2 / 2 + l1 |w| + l2 w^2.
 *
 * <p>Here n = n + g^2, q = (beta + n^power) / rate, and z is the sum of g - (q(t) - q(t-1)) w.
 * Without penalties it takes Adagrad's steps. Unlike Keras's and TensorFlow's, which start z at 0
 * and so wipe out a network's initial weights in the first step, z starts where the initial weight
 * is the minimum, and it goes along when the rate changes; for weights that start at 0, at a
 * constant rate, all are the same. The penalties hold for kernels and embedding tables. Memory: one
 * copy of the parameters, two with L1.
 *
 * <p>Source: McMahan et al., <em>Ad Click Prediction: a View from the Trenches</em>, KDD 2013.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Ftrl {
  /** The learning rate, above 0; 0.01 unless said. The trainer's builder can replace it. */
  double learningRate() default 0.01;

  /** Rate of the sum of absolute weights, at least 0; 0 unless said. */
  double l1() default 0;

  /** Rate of the sum of squared weights, at least 0; 0 unless said. */
  double l2() default 0;

  /** Where n starts, at least 0; 0.1 unless said. */
  double initialAccumulator() default 0.1;

  /** Added to the root, at least 0; the paper has 1, and n starts at 0; 0 unless said. */
  double beta() default 0;

  /**
   * The power of n, at least 0: 0.5 is the paper's root (Keras: -learning_rate_power); 0.5 unless
   * said.
   */
  double power() default 0.5;
}
