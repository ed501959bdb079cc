package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by ConFIG: the direction of equal cosines with all tasks' gradients, as long as the sum
 * of its projections on them.
 *
 * <p>{@code d = (sum g_i't) t}, with {@code t} the unit vector of {@code U^+ 1} and {@code U} the
 * unit gradients: a refined sum. Independent gradients never conflict with it.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of {@code T^3} for {@code T} tasks; nothing is remembered.
 *
 * <p>Source: Liu, Chu and Thuerey, <em>ConFIG: Towards Conflict-free Training of Physics Informed
 * Neural Networks</em>, ICLR 2025. The pseudo-inverse is taken of the cosines, whose rank single
 * precision bounds, and not of the gradients. Opposite gradients give no step; a gradient of 0 gets
 * weight 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ConFig {}
