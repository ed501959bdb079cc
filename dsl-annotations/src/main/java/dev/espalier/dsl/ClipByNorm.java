package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the gradient of a parameter shorter where it is longer than a bound: g = g bound / max(|g|,
 * bound), for each kernel, bias and embedding table by itself.
 *
 * <p>What is clipped is what the optimizer gets: after balancing, penalties of {@code @L2} and
 * {@code @L1} included, decoupled decay not. A model has one clipping; the trainer's builder can
 * replace it.
 *
 * <p>Keras calls it {@code clipnorm}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClipByNorm {
  /** The greatest length of the gradient of one parameter, above 0. */
  double value();
}
