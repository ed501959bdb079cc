package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A part of one axis: {@code @Slice(to = 8)} is the first eight positions, {@code @Slice(from =
 * -1)} the last, {@code @Slice(from = 3, axis = 2)} all but the first three on the second axis.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Slice {
  /** The first that is taken, counted from 0; below 0 from the end. 0 unless said. */
  int from() default 0;

  /**
   * The first that is not taken any more, counted from 0; below 0 from the end. 0, unless said, is
   * the end.
   */
  int to() default 0;

  /** The axis, counted from 1 and without the batch; the first unless said. */
  int axis() default 1;
}
