package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by DualProj: the mean of the tasks' gradients, projected to where it conflicts with
 * none.
 *
 * <p>{@code min w'Nw} over {@code w >= 1 / T}, {@code N} as in {@link UpGrad}: a refined mean; it
 * conflicts with no task but by the regularization.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of {@link Mgda}; nothing is remembered.
 *
 * <p>Sources: Lopez-Paz and Ranzato, <em>Gradient Episodic Memory for Continual Learning</em>,
 * NeurIPS 2017; for tasks, TorchJD. No bound on the trace, as in {@link UpGrad}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DualProj {
  /**
   * What is added to the diagonal, at least 0; 1e-4 unless said. At 0, gradients that almost cancel
   * get weights as large as rounding lets them.
   */
  double regularization() default 1e-4;
}
