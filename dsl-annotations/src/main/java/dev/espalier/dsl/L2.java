package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * L2 regularization: adds rate times the weight to each weight's gradient (rate / 2 times the
 * squared norm to the objective).
 *
 * <p>Holds for kernels and embedding tables, not for biases and normalisations, of what it stands
 * on: a layer, a network, a head, a feature's table, the model; the innermost wins. What optimizers
 * call weight decay; for decay that Adam does not rescale see {@link AdamW}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface L2 {
  /** The rate, at least 0. */
  double value();

  /**
   * The parts it holds for, by address, as in {@code of = "trunk"}; on a model only. Without it,
   * what the annotation stands on.
   */
  String[] of() default {};
}
