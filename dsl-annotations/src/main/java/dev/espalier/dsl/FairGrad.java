package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by FairGrad: the direction with the fairest gains of the tasks, in the sense of
 * alpha-fairness.
 *
 * <p>{@code w > 0} with {@code (M w)_i = w_i^(-1 / alpha)} for {@code M} the inner products of the
 * gradients. Neither sum nor mean: with gradients of length {@code n} the direction has one of
 * about {@code n^((1 - alpha) / (1 + alpha))}, as published; at alpha 1 it does not depend on their
 * scale. It conflicts with no task.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of {@link NashMtl}; remembers a number a task.
 *
 * <p>Source: Ban and Ji, <em>Fair Resource Allocation in Multi-Task Learning</em>, ICML 2024.
 * Solved by Newton's method, to rounding, where the authors minimise the squares of the
 * differences. Where unit gradients can be mixed to less than about a thousandth, tasks keep the
 * last weights they had ({@code 1 / T} at first). A gradient of 0 gets weight 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FairGrad {
  /**
   * How much the tasks that gain least count, above 0; 1, proportional fairness, unless said: then
   * the direction is that of {@link NashMtl}.
   */
  double alpha() default 1;
}
