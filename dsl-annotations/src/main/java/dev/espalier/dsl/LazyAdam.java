package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer Adam, but of an embedding table, and of its moments, a step updates only the rows
 * that its batch looks up: what it computes does not grow with the table, though rows of a large
 * one are further away in memory.
 *
 * <p>Under {@link Adam} all moments of a table decay in every step, and rows whose first moment is
 * not 0 move. Here those of rows that are not looked up stay as they are, and so do the rows; all
 * that is no table learns as under Adam. {@link L2} and {@link L1} hold for the rows that are
 * looked up.
 *
 * <p>Source: LazyAdam of TensorFlow Addons; Adam as in {@link Adam}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LazyAdam {
  /** The learning rate, above 0; 1e-3 unless said. The trainer's builder can replace it. */
  double learningRate() default 1e-3;

  /** Decay of the first moment, at least 0 and below 1; 0.9 unless said. */
  double beta1() default 0.9;

  /** Decay of the second moment, at least 0 and below 1; 0.999 unless said. */
  double beta2() default 0.999;

  /** Keeps the division finite, above 0; 1e-7 unless said. */
  double epsilon() default 1e-7;
}
