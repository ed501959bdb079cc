package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by UPGrad: the mean of the tasks' gradients, each projected to where it conflicts with
 * none.
 *
 * <p>{@code w = sum v_i}, with {@code v_i} from {@code min v'Nv} over {@code v >= e_i / T}, and
 * {@code N = M / trace(M) + regularization I} for {@code M} the inner products of the gradients. A
 * refined mean; it conflicts with no task but by the regularization. For two tasks it is half of
 * {@link PcGrad}.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of {@code T} times that of {@link Mgda} for {@code T}
 * tasks; nothing is remembered.
 *
 * <p>Source: Quinton and Rey, <em>Jacobian Descent for Multi-Objective Optimization</em>, 2024. The
 * authors give up below a trace of 1e-4; ours has no such bound.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface UpGrad {
  /**
   * What is added to the diagonal, at least 0; 1e-4 unless said. At 0, gradients that almost cancel
   * get weights as large as rounding lets them.
   */
  double regularization() default 1e-4;
}
