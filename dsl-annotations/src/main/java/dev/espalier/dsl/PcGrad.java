package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by PCGrad, gradient surgery: each task's gradient, less its projections on those that
 * it conflicts with.
 *
 * <p>{@code v_i = g_i}; for each other task {@code j} in random order, where {@code v_i'g_j < 0}:
 * {@code v_i -= (v_i'g_j / |g_j|^2) g_j}, {@code g_j} being the original; shared parameters descend
 * along {@code sum v_i}, a refined sum. For two tasks that conflicts with neither; for more it may.
 * The order is drawn from seed and step.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of {@code T^3} for {@code T} tasks; nothing is remembered.
 *
 * <p>Source: Yu et al., <em>Gradient Surgery for Multi-Task Learning</em>, NeurIPS 2020. No
 * deviation but that nothing is added to denominators, since what conflicts is not 0. Opposite
 * gradients give 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PcGrad {}
