package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the gradient of a step, that of all parameters together, shorter where it is longer than a
 * bound: its direction stays.
 *
 * <p>What is clipped is what the optimizer gets: after balancing, penalties of {@code @L2} and
 * {@code @L1} included, decoupled decay not. A model has one clipping; the trainer's builder can
 * replace it.
 *
 * <p>Source: Pascanu et al., <em>On the difficulty of training recurrent neural networks</em>, ICML
 * 2013. Keras calls it {@code global_clipnorm}, PyTorch {@code clip_grad_norm_}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClipByGlobalNorm {
  /** The greatest length of the gradient of all parameters, above 0. */
  double value();
}
