package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stochastic gradient descent, with momentum if wanted: v = momentum v + g, w = w - rate v.
 *
 * <p>With Nesterov's form w = w - rate (g + momentum v). What others call the optimizer Momentum is
 * {@code @Sgd(momentum = 0.9)}. Memory: one copy of the parameters with momentum, else none.
 *
 * <p>Source: Sutskever et al., ICML 2013. As in PyTorch v has no rate in it; in Keras v = momentum
 * v - rate g, which is the same as long as the rate is.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Sgd {
  /** The learning rate, above 0; 0.01 unless said. The trainer's builder can replace it. */
  double learningRate() default 0.01;

  /** At least 0 and below 1; 0, the default, is plain descent. */
  double momentum() default 0;

  /** Whether momentum looks ahead; it needs a momentum. */
  boolean nesterov() default false;
}
