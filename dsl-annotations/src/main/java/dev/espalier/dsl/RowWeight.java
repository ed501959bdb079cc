package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How much a row counts in losses and metrics: a {@code float} or {@code double}, at least 0.
 *
 * <p>A task's loss is the mean over its labels weighted by this; a row of weight 2 counts as two
 * equal rows. At most one component has it; it is no feature.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface RowWeight {}
