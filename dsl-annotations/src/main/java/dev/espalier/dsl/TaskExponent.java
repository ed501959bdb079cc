package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by the task-exponent rule: after every epoch the weights of tasks that do better than
 * the others move away from the others' weights.
 *
 * <p>A task whose mean training loss of the epoch is below the mean of the others' gets {@code w_i
 * = max(w_i + rate (w_i - w_o), least)}, with {@code w_o} the mean weight of the others: a task
 * that is ahead and counts less than the others counts still less from then on, one that is ahead
 * and counts more, more.
 *
 * <p>Cost: nothing to speak of beside a step; remembers a number a task.
 *
 * <p>A rule of thumb, without a paper. With equal weights it would never move: the weights start
 * with random numbers, drawn from the seed, that sum to 1. All move at once, from the weights
 * before. Losses are compared as they are, of whatever kinds: {@link LossWeight} brings them to one
 * scale. A task that an epoch lacks keeps its weight and is no other's measure. The rule has no
 * bound above; ours is a million.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TaskExponent {
  /** How far weights move, at least 0; 0.1 unless said. */
  double rate() default 0.1;

  /** What no task that moves falls below, from 0 to 1; 0.01 unless said. */
  double least() default 0.01;
}
