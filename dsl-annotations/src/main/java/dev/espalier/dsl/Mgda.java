package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by MGDA: along the shortest convex combination of the tasks' gradients.
 *
 * <p>{@code min |sum w_i g_i|} over {@code w >= 0, sum w = 1}: a refined mean. The direction
 * conflicts with no task, and is 0 exactly where no direction helps all; a gradient of 0 takes all
 * the weight.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of about {@code T^4} for {@code T} tasks; nothing is
 * remembered.
 *
 * <p>Sources: Desideri, <em>Multiple-gradient descent algorithm</em>, Comptes Rendus Mathematique
 * 2012; Sener and Koltun, <em>Multi-Task Learning as Multi-Objective Optimization</em>, NeurIPS
 * 2018. Solved exactly by active sets, where the authors' code approximates (250 steps, to 1e-5,
 * weights of two tasks within .001 and .999). With dependent gradients the weights are one of many
 * answers, the direction is unique.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Mgda {
  /**
   * What gradients are divided by in the problem, and not in the direction, as in the authors'
   * code; nothing unless said. Losses of 0 or less divide nothing.
   */
  MgdaNormalization normalization() default MgdaNormalization.AS_GIVEN;
}
