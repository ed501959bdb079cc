package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by DB-MTL, dual balancing: losses by their logarithms, and gradients by making all as
 * long as the longest.
 *
 * <p>{@code w_i = max |y_j| / |y_i|}, a refined sum, on averages {@code y_i = h_i + beta_k (y_i -
 * h_i)} from 0 of the gradients {@code h_i} of the losses' logarithms, with {@code beta_k = beta /
 * k^betaDecay} in step {@code k}; shared parameters descend along the mixture of the averages.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; the averages are as large again; arithmetic of {@code T} for {@code
 * T} tasks.
 *
 * <p>Source: Lin et al., <em>Dual-Balancing for Multi-Task Learning</em>, 2023. As in the authors'
 * code nothing corrects that averages start at 0. A gradient of 0 gets weight 0; nothing is added
 * to denominators.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DbMtl {
  /** How much of an average stays, from 0 to 1; 0.9 unless said. */
  double beta() default 0.9;

  /** How {@link #beta} falls with steps, at least 0; 0 unless said: not at all. */
  double betaDecay() default 0;
}
