package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * No balancing: a task's loss counts in the objective as its {@link LossWeight} says, in every
 * step.
 *
 * <p>That is so without any balancing annotation; this one takes back what a model says of which
 * {@link ModelOf} makes a variant.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FixedWeights {}
