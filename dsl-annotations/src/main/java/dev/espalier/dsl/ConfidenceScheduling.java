package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by confidence: a task's weight follows how sure, or how unsure, its predictions are.
 *
 * <p>{@code w_i = T c_i^exponent / sum c_j^exponent}, with {@code c_i} a moving average of the mean
 * confidence, or entropy, of the task's predictions on training batches, before each step; 1 in the
 * first step. {@code T} counts the tasks that predict probabilities; regressions and boxes say
 * nothing of how sure they are, and have weight 1.
 *
 * <p>Cost: a maximum, or a logarithm, of each predicted probability; remembers a number a task.
 *
 * <p>A rule of thumb, without a paper. Confidence brings tasks on that are learnt already, and
 * takes weight from those whose labels are noise; entropy, or a negative exponent, does the
 * contrary. Averages below 0.001 count as that. Only rows with a label count. A task that a batch
 * lacks keeps its average, and has its part in the sum. Needs two tasks that predict probabilities.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ConfidenceScheduling {
  /** What of the predictions is followed; confidence unless said. */
  Certainty follow() default Certainty.CONFIDENCE;

  /** How strongly, from -10 to 10; 1 unless said. Negative: the less the more. */
  double exponent() default 1;

  /** How much of an average stays in a step, at least 0 and below 1; 0.99 unless said. */
  double memory() default 0.99;
}
