package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Teaches a yes-or-no task not to be likelier than one that has to come before it: nobody buys
 * without a click.
 *
 * <p>{@code @TaskHead @NotAbove("click") boolean buy} adds {@code strength max(P(buy) - P(click),
 * 0)} to the loss of {@code buy} in every row where the labels of both tasks count, those with a
 * weight above 0; elsewhere it adds nothing. It is part of the mean that the loss of {@code buy}
 * is, so that {@link LossWeight} and balancing hold for it, and its gradient reaches both towers.
 * Predictions may break it; with {@link Given} they can't.
 *
 * <p>What is predicted stays as it is, and needs nothing of the other task. Source: the behavioral
 * expectation calibrator of Xi et al. (AITM), KDD 2021, section 3.4. The authors' mean is over all
 * rows of a batch, for which both labels are there.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface NotAbove {
  /** The task that comes before; it and this one are binary. */
  String value();

  /** Factor of the excess, above 0; 0.6 unless said, as in the paper. */
  double strength() default 0.6;
}
