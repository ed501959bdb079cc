package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps every number of a gradient within bounds: g = min(max(g, -value), value).
 *
 * <p>What is clipped is what the optimizer gets: after balancing, penalties of {@code @L2} and
 * {@code @L1} included, decoupled decay not. A model has one clipping; the trainer's builder can
 * replace it.
 *
 * <p>It is the bluntest: the direction of a step changes. Keras calls it {@code clipvalue}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClipByValue {
  /** The bound of absolute values, above 0. */
  double value();
}
