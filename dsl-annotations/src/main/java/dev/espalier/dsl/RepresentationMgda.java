package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by MGDA on the representation, MGDA-UB: the weights of {@link Mgda} from gradients with
 * respect to what the tasks take from the shared part, and one pass back through that part.
 *
 * <p>{@code min |sum w_i dL_i/dZ|} over {@code w >= 0, sum w = 1}, an upper bound of MGDA's own
 * objective but for a factor; shared parameters then get {@code sum w_i g_i}: a refined mean.
 * {@code Z} is all the values through which tasks share, over all rows of the batch: the output of
 * a shared trunk, those of all experts. Where one of them leads to another, as with attention or a
 * skip into a tower, the later ones are {@code Z}; gradients of parameters are whole under every
 * scheme. Towers that other tasks depend on are no part of {@code Z}.
 *
 * <p>Cost: a pass back through each task's own part and one through the shared part; arithmetic
 * {@code 2^T T^3} for {@code T} tasks, 10 at most. Memory: {@code T} times the values of {@code Z}
 * in a batch.
 *
 * <p>Source: Sener and Koltun, <em>Multi-Task Learning as Multi-Objective Optimization</em>,
 * NeurIPS 2018. Solved exactly but for single precision: a regularization of {@code T 2^-23} on
 * unit gradients, relative to which mixtures that cancel out count as 0; with dependent gradients
 * the weights are the evenest. The authors' code approximates, as in {@link Mgda}. A run throws an
 * exception at its start if tasks share no value, as behind stems, or are more than 10.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RepresentationMgda {
  /**
   * What gradients are divided by in the problem, and not in what is descended along; nothing
   * unless said. Losses of 0 or less divide nothing.
   */
  MgdaNormalization normalization() default MgdaNormalization.AS_GIVEN;
}
