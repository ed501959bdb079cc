package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mirrors a picture in half of the training steps, at least one way; masks and boxes along it
 * follow.
 *
 * <p>The draws are a function of the run's seed, the epoch and the row's place in it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface RandomFlip {
  /** Whether left and right are swapped in half of the cases; they are unless said. */
  boolean horizontal() default true;

  /** Whether top and bottom are swapped in half of the cases; they aren't unless said. */
  boolean vertical() default false;
}
