package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of overlaps: 1 - (2 sum(p y) + smooth) / (sum(p) + sum(y) + smooth).
 *
 * <p>For a class per position the sums are over an example's positions (padding and void left out),
 * and the loss is the mean over the classes that are there; for multi-label tasks they are over the
 * labels of a row. Rare classes count like frequent ones. Source: Milletari et al., <em>V-Net</em>,
 * 3DV 2016, with plain sums in the denominator where they have squares.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Dice {
  /** What is added to both sides of the ratio, at least 0; 1 unless said. */
  double smooth() default 1;
}
