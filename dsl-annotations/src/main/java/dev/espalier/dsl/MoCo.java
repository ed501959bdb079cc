package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by MoCo: {@link Mgda} with weights that follow slowly, on averages of the tasks'
 * gradients.
 *
 * <p>{@code w = softmax(w - gamma_k (M + rho I) w)} from {@code 1 / T}, with {@code gamma_k = gamma
 * / k^gammaDecay} in step {@code k}: a refined mean. {@code M} are the inner products of the
 * averages {@code y_i = y_i + beta_k (h_i - y_i)} from 0, with {@code beta_k = beta / k^betaDecay};
 * shared parameters descend along their mixture. {@code h_i} is the unit gradient times the loss,
 * as in the authors' code.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; the averages are as large again; arithmetic of {@code T^2} for {@code
 * T} tasks; remembers a number a task.
 *
 * <p>Source: Fernando et al., <em>Mitigating Gradient Bias in Multi-objective Learning: A Provably
 * Convergent Approach</em>, ICLR 2023. Ours: tasks that a batch lacks keep their weights, and the
 * others share what is left.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MoCo {
  /** How far averages move towards a step's gradients, from 0 to 1; 0.5 unless said. */
  double beta() default 0.5;

  /** How {@link #beta} falls with steps, at least 0; 0.5 unless said: with their root. */
  double betaDecay() default 0.5;

  /** The rate of the weights, at least 0; 0.1 unless said. */
  double gamma() default 0.1;

  /** How {@link #gamma} falls with steps, at least 0; 0.5 unless said: with their root. */
  double gammaDecay() default 0.5;

  /** Draws weights together, at least 0; 0 unless said. */
  double rho() default 0;
}
