package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * More positions between those there are: {@code [height, width, n]} to {@code [2 height, 2 width,
 * n]}, {@code [length, n]} to {@code [2 length, n]}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Upsample {
  /** Factor of height and width, or of the length, from 1 to 1024; 2 unless said. */
  int value() default 2;

  /** Where the new values come from; the nearest position unless said. */
  Interpolation by() default Interpolation.NEAREST;
}
