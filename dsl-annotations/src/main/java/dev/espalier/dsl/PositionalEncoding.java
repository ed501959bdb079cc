package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds to each position of a sequence what tells it from the others: {@code [length, units]} to
 * {@code [length, units]}.
 *
 * <p>Unit {@code 2i} of position p gets {@code sin(p / 10000^(2i / units))}, unit {@code 2i + 1}
 * the cosine of the same angle, positions counted from 0. Padding gets its position, too; layers
 * after it leave padding out. Several inputs are concatenated.
 *
 * <p>Source: Vaswani et al., NeurIPS 2017, section 3.5.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PositionalEncoding {
  /**
   * Whether the numbers are learnt instead: a parameter {@code positions [length, units]} that
   * starts as {@link Initializer#SMALL_UNIFORM}; {@link Init} replaces that. They aren't unless
   * said.
   */
  boolean learnt() default false;
}
