package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by chance: weights are drawn anew in every step.
 *
 * <p>{@code w = softmax(z)} with standard normal draws {@code z}; weights sum to 1: a refined mean.
 * The noise is a baseline that elaborate methods have to beat.
 *
 * <p>Cost: nothing to speak of beside a step; nothing is remembered.
 *
 * <p>Source: Lin et al., <em>Reasonable Effectiveness of Random Weighting: A Litmus Test for
 * Multi-Task Learning</em>, TMLR 2022. The draws are a function of seed, step and task; weights sum
 * to 1 over all tasks that are trained.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RandomLossWeighting {}
