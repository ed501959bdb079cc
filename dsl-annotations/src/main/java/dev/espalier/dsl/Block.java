package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A network used inside a network, with weights of its own for each use.
 *
 * <p>The block sees its arguments as {@code in} and nothing else. Inside it {@link #UNITS} and
 * {@link #STRIDE} stand for what the use says. Repetitions are chained; the first has the given
 * stride, the others stride 1. Their addresses are {@code name.0}, {@code name.1}, ... when
 * repeated, else {@code name}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Block {
  /**
   * Stands for the units that the use of a block says: {@code @Dense(UNITS)}, {@code @Dense(4 *
   * UNITS)}, {@code @Dense(UNITS / 2)}.
   */
  int UNITS = 1 << 24;

  /** Stands for the stride that the use of a block says. */
  int STRIDE = 1 << 24;

  /** The network. */
  Class<?> network();

  /** What {@link #UNITS} means inside; at least 1, for networks that use it. */
  int units() default 0;

  /**
   * What {@link #STRIDE} means inside, in the first repetition, for networks that use it; 1 unless
   * said.
   */
  int stride() default 1;

  /** How often the block is applied, one after the other; 1 unless said. */
  int repeat() default 1;
}
