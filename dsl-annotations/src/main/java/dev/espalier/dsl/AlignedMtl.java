package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by Aligned-MTL: the tasks' gradients made orthogonal and equally long.
 *
 * <p>{@code w = sqrt(l) M^(-1/2) 1}, with {@code M} the inner products of the gradients, {@code l}
 * their least eigenvalue above 0, and the inverse that of the others: the direction is the sum of
 * aligned gradients, all as long as the weakest component. A refined sum; it may conflict with a
 * task.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of {@code T^3} for {@code T} tasks; nothing is remembered.
 *
 * <p>Source: Senushkin et al., <em>Independent Component Alignment for Multi-Task Learning</em>,
 * CVPR 2023. The sum is the authors' (TorchJD takes the mean). Eigenvalues of at most {@code 2^-23
 * T} times the largest count as 0, as in the authors' code: a gradient much shorter than the
 * longest hardly takes part.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AlignedMtl {}
