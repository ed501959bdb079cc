package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by IMTL-G, impartial gradients: the direction with equal projections on all tasks' unit
 * gradients.
 *
 * <p>{@code w = D^-1 C^+ 1} over the size of its sum, with {@code D} the lengths of the gradients,
 * {@code C} their cosines and {@code ^+} the pseudo-inverse; {@code |sum w| = 1}: a refined mean.
 * For two tasks {@code w_i} is proportional to {@code 1 / |g_i|}.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of {@code T^3} for {@code T} tasks; nothing is remembered.
 *
 * <p>Source: Liu et al., <em>Towards Impartial Multi-task Learning</em>, ICLR 2021. Weights may be
 * negative. Where their sum is, the published direction climbs; ours is divided by its size, so
 * that it always descends. A gradient of 0 gets weight 0; a sum of 0 gives no step, as in TorchJD.
 * LibMTL's explicit inverse is singular for parallel gradients; this is not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ImtlG {}
