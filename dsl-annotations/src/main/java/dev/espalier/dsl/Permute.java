package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The axes in another order: {@code @Permute({2, 1})} makes {@code [units, length]} of {@code
 * [length, units]}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Permute {
  /** The axes, counted from 1 and without the batch, each once, in their new order. */
  int[] value();
}
