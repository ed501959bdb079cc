package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a picture brighter or darker in training: adds one number, drawn evenly, to all its values,
 * which stay within 0 and 255.
 *
 * <p>The draws are a function of the run's seed, the epoch and the row's place in it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface RandomBrightness {
  /** The greatest change as a part of the whole range, above 0 and at most 1; 0.2 unless said. */
  double value() default 0.2;
}
