package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A feature that is a number, or with {@link #length} a fixed count of them.
 *
 * <p>Stands on {@code float}, {@code double}, {@code int}, {@code long}, {@code boolean}, their
 * boxed forms and {@code float[]}. It enters the network as one column ({@code length} columns),
 * normalised by statistics that are learnt from the training set, stored in the model and applied
 * alike in training and prediction. {@code null} and NaN are missing and are filled in; a {@code
 * float[]} that is {@code null} as a whole is absent, and tasks that need it are neither learnt nor
 * predicted for that row.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Numeric {
  /** Numbers in a {@code float[]}, at least 1; 1 for everything else. */
  int length() default 1;

  /**
   * How numbers are brought to a common scale; the default gives mean 0 and standard deviation 1.
   */
  Normalize normalize() default Normalize.STANDARDIZE;

  /** What stands in for a number that is missing; the default is the mean of the training set. */
  Missing missing() default Missing.MEAN;

  /** The number for {@link Missing#CONSTANT}, in the feature's own unit; 0 unless said. */
  double fill() default 0;

  /** Whether a second column (a column for each element) says 1 where the number was missing. */
  boolean indicator() default false;

  /**
   * Standard deviations from the mean beyond which a number is clipped, as in {@code clip = 4}; 0,
   * the default, does not clip. Statistics are taken before clipping.
   */
  double clip() default 0;
}
