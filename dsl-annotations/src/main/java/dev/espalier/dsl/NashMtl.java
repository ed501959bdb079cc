package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by Nash-MTL, a bargaining game: the direction that maximises the product of the tasks'
 * gains.
 *
 * <p>{@code w > 0} with {@code M w = 1 / w}, for {@code M} the inner products of the gradients over
 * their Frobenius norm; then {@code d = sum w_i g_i} is clipped. The weights are about 1, whatever
 * the scale: a refined sum. It conflicts with no task.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of about ten times {@code T^3} for {@code T} tasks;
 * remembers a number a task.
 *
 * <p>Source: Navon et al., <em>Multi-Task Learning as a Bargaining Game</em>, ICML 2022. Solved by
 * Newton's method, to rounding, at every step; the authors solve up to 20 convex approximations of
 * it, and offer to do so less often. Where unit gradients can be mixed to less than about a
 * thousandth, weights would be out of bounds: tasks keep the last they had (1 at first), as where
 * the authors' solver fails. A gradient of 0 gets weight 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface NashMtl {
  /** The length that the direction is clipped to, at least 0; 0 is no clipping, 1 unless said. */
  double maxNorm() default 1;
}
