package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * L1 regularization: adds rate times the sign of the weight to each weight's gradient (rate times
 * the sum of absolute weights to the objective).
 *
 * <p>Holds for kernels and embedding tables, not for biases and normalisations, of what it stands
 * on; the innermost wins.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface L1 {
  /** The rate, at least 0. */
  double value();

  /**
   * The parts it holds for, by address, as in {@code of = "trunk"}; on a model only. Without it,
   * what the annotation stands on.
   */
  String[] of() default {};
}
