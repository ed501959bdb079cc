package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by CAGrad: the direction near the mean gradient along which the task that gains least
 * gains most.
 *
 * <p>{@code d = m + c |m| g_u / |g_u|}, with {@code m} the mean gradient, {@code g_u} the convex
 * combination of gradients that minimises {@code m'g_u + c |m| |g_u|}; so {@code |d - m| <= c |m|}.
 * Then rescaled. A refined mean; it conflicts with no task for {@code c >= 1} only.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic about ten times that of {@link Mgda}; nothing is
 * remembered.
 *
 * <p>Source: Liu et al., <em>Conflict-Averse Gradient Descent for Multi-task Learning</em>, NeurIPS
 * 2021. Solved to rounding, as a search in one dimension over problems of MGDA, where the authors'
 * code has SLSQP. Where {@code c >= 1} and no direction helps all, {@code d} is 0 (as in TorchJD;
 * the authors' 1e-8 in denominators gives some other direction).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CaGrad {
  /**
   * The radius around the mean, in lengths of the mean, at least 0; 0 is the mean, 0.5 unless said,
   * 0.4 is usual too.
   */
  double c() default 0.5;

  /**
   * What the direction is divided by; {@code 1 + c^2} unless said, as LibMTL and the authors have
   * it.
   */
  CaGradRescale rescale() default CaGradRescale.ONE_PLUS_C_SQUARED;
}
