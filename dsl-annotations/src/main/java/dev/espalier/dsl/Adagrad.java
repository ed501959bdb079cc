package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer Adagrad: s = s + g^2, w = w - rate g / (sqrt(s) + epsilon).
 *
 * <p>Source: Duchi et al., JMLR 12, 2011.
 *
 * <p>Memory: one copy of the parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adagrad {
  /** The learning rate, above 0; 0.01 unless said. The trainer's builder can replace it. */
  double learningRate() default 0.01;

  /** Where s starts, at least 0; 0.1 unless said. */
  double initialAccumulator() default 0.1;

  /** Keeps the division finite, above 0; 1e-7 unless said. */
  double epsilon() default 1e-7;
}
