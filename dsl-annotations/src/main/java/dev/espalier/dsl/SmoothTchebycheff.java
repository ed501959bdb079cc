package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by smooth Tchebycheff scalarization (STCH): the task that is worst, compared with how
 * it was, counts most.
 *
 * <p>{@code T mu log sum exp(log(L_i / n_i) / mu)}, so that {@code w_i = T softmax(log(L / n) /
 * mu)_i / L_i}, with {@code n_i} the task's mean loss in the last warm-up epoch; during the warm-up
 * {@code sum log L_i}, so that {@code w_i = 1 / L_i}.
 *
 * <p>Cost: nothing to speak of beside a step: the weights are computed within it; remembers a
 * number a task.
 *
 * <p>Source: Lin et al., <em>Smooth Tchebycheff Scalarization for Multi-Objective
 * Optimization</em>, ICML 2024; on logarithms, as LibMTL has it, whose warm-up has one epoch more
 * than it says: the one that gives {@code n}. Losses below 1e-30 count as that, where LibMTL adds
 * 1e-20 to {@code L / n}. A loss of 0 has weight 0; a negative one ends the run with an exception.
 * A task without labels in the warm-up has {@code n = 1} until an epoch has some; one task alone
 * has weight {@code 1 / L}, as in a batch of several. A run that is no longer than the warm-up is
 * refused.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SmoothTchebycheff {
  /** How smooth the maximum is, above 0; 1 unless said. Small, and the worst task alone counts. */
  double mu() default 1;

  /** The epochs of the warm-up, at least 0; 4 unless said. With 0 every {@code n} is 1. */
  int warmUp() default 4;
}
