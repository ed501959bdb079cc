package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by dynamic weight average: tasks whose losses fall slowly from epoch to epoch count
 * more.
 *
 * <p>{@code w = T softmax(r / temperature)} with {@code r_i} the task's mean loss of the last epoch
 * over that of the one before; the weights of the first two epochs are 1.
 *
 * <p>Cost: nothing to speak of beside a step; remembers two numbers a task.
 *
 * <p>Source: Liu, Johns and Davison, <em>End-to-End Multi-Task Learning with Attention</em>, CVPR
 * 2019. The mean of an epoch is that over its labels. A task that an epoch lacks keeps the last two
 * it had; over all tasks that are trained weights sum to their number. Where an earlier loss is 0
 * or less, nothing is known: {@code r} is 1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DynamicWeightAverage {
  /** How even weights are, above 0; 2 unless said, as in the paper. */
  double temperature() default 2;
}
