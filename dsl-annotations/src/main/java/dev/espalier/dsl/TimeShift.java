package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shifts a sound in time in training, filling with silence.
 *
 * <p>The draws are a function of the run's seed, the epoch and the row's place in it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface TimeShift {
  /**
   * The greatest shift in samples, in either direction; at least 1 and below the sound's length.
   */
  int samples();
}
