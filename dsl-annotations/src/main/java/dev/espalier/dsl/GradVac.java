package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by GradVac, the gradient vaccine: as {@link PcGrad}, but towards the cosine that two
 * tasks usually have.
 *
 * <p>{@code v_i = g_i}; for each other task {@code j} in random order, with {@code f = cos(v_i,
 * g_j) < f_ij}: {@code v_i += g_j |v_i| (f_ij sqrt(1 - f^2) - f sqrt(1 - f_ij^2)) / (|g_j| sqrt(1 -
 * f_ij^2))}. Then always {@code f_ij = (1 - beta) f_ij + beta f}, from 0: the first step is
 * PCGrad's. A refined sum.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of {@code T^4} for {@code T} tasks; remembers {@code T^2}
 * numbers.
 *
 * <p>Source: Wang et al., <em>Gradient Vaccine: Investigating and Improving Multi-task Optimization
 * in Massively Multilingual Models</em>, ICLR 2021. All shared parameters are one group. Usual
 * cosines count as 1 - 1e-6 at most, where LibMTL's denominator adds 1e-8; gradients of 0, and
 * mixtures that cancelled out, leave {@code f_ij} alone and are not changed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GradVac {
  /** How much of the usual cosine is new, from 0 to 1; 0.5 unless said. */
  double beta() default 0.5;
}
