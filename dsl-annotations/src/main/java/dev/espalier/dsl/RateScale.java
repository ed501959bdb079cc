package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Factor of the learning rate for the parameters of what it stands on; the innermost wins. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface RateScale {
  /** The factor, at least 0. */
  double value();

  /**
   * The parts it holds for, by address, as in {@code of = "trunk"}; on a model only. Without it,
   * what the annotation stands on.
   */
  String[] of() default {};
}
