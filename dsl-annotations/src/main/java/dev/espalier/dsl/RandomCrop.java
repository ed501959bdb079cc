package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shifts a picture by up to {@link #padding} pixels in each direction in training: what is cut out
 * of the picture with a border of black pixels around it. Masks and boxes along it follow; the
 * mask's border counts for nothing.
 *
 * <p>The draws are a function of the run's seed, the epoch and the row's place in it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface RandomCrop {
  /**
   * Width of the border in pixels, at least 1 and below the picture's smaller side; 4 unless said.
   */
  int padding() default 4;
}
