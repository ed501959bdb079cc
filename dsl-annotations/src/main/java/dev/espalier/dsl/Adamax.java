package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer Adamax, which is Adam with the largest gradient of late in place of the root of the
 * mean square: m = b1 m + (1 - b1) g, u = max(b2 u, |g|), w = w - rate / (1 - b1^t) m / (u +
 * epsilon).
 *
 * <p>The paper has no epsilon; PyTorch adds it to |g|, Keras to u, as here. Memory: two copies of
 * the parameters.
 *
 * <p>Source: Kingma and Ba, ICLR 2015, section 7.1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adamax {
  /** The learning rate, above 0; 2e-3 unless said. The trainer's builder can replace it. */
  double learningRate() default 2e-3;

  /** Decay of the mean, at least 0 and below 1; 0.9 unless said. */
  double beta1() default 0.9;

  /** Decay of the largest gradient, at least 0 and below 1; 0.999 unless said. */
  double beta2() default 0.999;

  /** Keeps the division finite, above 0; 1e-7 unless said. */
  double epsilon() default 1e-7;
}
