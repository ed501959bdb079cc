package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Zeros around all axes but the last: {@code @Pad(1)} makes {@code [height + 2, width + 2, n]} of
 * {@code [height, width, n]}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Pad {
  /**
   * How many, from 0 to 1024: one number for all sides, or before and after each axis: {@code {top,
   * bottom, left, right}}.
   */
  int[] value();
}
