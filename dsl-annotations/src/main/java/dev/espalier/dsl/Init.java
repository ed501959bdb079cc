package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How kernels (on a feature: the embedding table) start, for what it stands on; the innermost wins.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface Init {
  /** The initializer. */
  Initializer value();

  /**
   * The parts it holds for, by address, as in {@code of = "trunk"}; on a model only. Without it,
   * what the annotation stands on.
   */
  String[] of() default {};
}
