package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer Lion, which takes the sign of a momentum: w = w - rate (sign(b1 m + (1 - b1) g) +
 * weightDecay w), then m = b2 m + (1 - b2) g.
 *
 * <p>Every weight moves by the whole rate in every step, so that rates are 3 to 10 times smaller
 * than Adam's, and decays as much greater. The decay holds for kernels and embedding tables.
 * Memory: one copy of the parameters, half of Adam's.
 *
 * <p>Source: Chen et al., <em>Symbolic Discovery of Optimization Algorithms</em>, NeurIPS 2023.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Lion {
  /** The learning rate, above 0; 1e-4 unless said. The trainer's builder can replace it. */
  double learningRate() default 1e-4;

  /** The decay, at least 0; 0.01 unless said. */
  double weightDecay() default 0.01;

  /** Share of the mean in the direction, at least 0 and below 1; 0.9 unless said. */
  double beta1() default 0.9;

  /** Decay of the mean, at least 0 and below 1; 0.99 unless said. */
  double beta2() default 0.99;
}
