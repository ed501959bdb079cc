package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws the rows of every epoch so that the classes of this label come equally often, however rare
 * they are in the training set.
 *
 * <p>For a binary label or one of several classes, and for one label of a model. An epoch has as
 * many rows as the training set, drawn with replacement: rows of rare classes come several times,
 * some of frequent ones not at all. Rows without the label, or whose row weight is 0, keep their
 * share. What is drawn is a function of data, seed and epoch. Evaluation sees every row once. An
 * alternative to {@code @CrossEntropy(balanced = true)}, which leaves the other tasks' rows alone.
 * The trainer's builder can replace it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Resampled {}
