package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer Nadam: Adam whose momentum looks ahead, as Nesterov's does, and grows from half of
 * beta1 to beta1: mu(t) = b1 (1 - 0.96^(t / 250) / 2).
 *
 * <p>With P(t) the product of mu(1) to mu(t): w = w - rate (mu(t+1) m / (1 - P(t+1)) + (1 - mu(t))
 * g / (1 - P(t))) / (sqrt(v / (1 - b2^t)) + epsilon). So in PyTorch too; Keras's momentum grows 250
 * times as fast. Memory: two copies of the parameters.
 *
 * <p>Source: Dozat, <em>Incorporating Nesterov Momentum into Adam</em>, ICLR workshop 2016.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Nadam {
  /** The learning rate, above 0; 2e-3 unless said. The trainer's builder can replace it. */
  double learningRate() default 2e-3;

  /** Decay of the first moment, at least 0 and below 1; 0.9 unless said. */
  double beta1() default 0.9;

  /** Decay of the second moment, at least 0 and below 1; 0.999 unless said. */
  double beta2() default 0.999;

  /** Keeps the division finite, above 0; 1e-7 unless said. */
  double epsilon() default 1e-7;
}
