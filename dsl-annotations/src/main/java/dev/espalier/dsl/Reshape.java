package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The same numbers in another shape, the last axis running fastest: {@code @Reshape({8, 8, 3})}
 * makes {@code [8, 8, 3]} of {@code [192]}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Reshape {
  /** The dimensions, without the batch; one of them may be -1 and is what is left then. */
  int[] value();
}
