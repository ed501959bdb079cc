package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer Adam with decoupled weight decay: each step also takes learning rate times decay
 * times the weight off kernels and embedding tables.
 *
 * <p>Source: Loshchilov and Hutter, <em>Decoupled Weight Decay Regularization</em>, ICLR 2019.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AdamW {
  /** The learning rate, above 0; 1e-3 unless said. The trainer's builder can replace it. */
  double learningRate() default 1e-3;

  /** The decay, at least 0; 0.01 unless said. */
  double weightDecay() default 0.01;

  /** Decay of the first moment, at least 0 and below 1; 0.9 unless said. */
  double beta1() default 0.9;

  /** Decay of the second moment, at least 0 and below 1; 0.999 unless said. */
  double beta2() default 0.999;

  /** Keeps the division finite, above 0; 1e-7 unless said. */
  double epsilon() default 1e-7;
}
