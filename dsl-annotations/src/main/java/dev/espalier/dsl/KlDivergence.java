package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of a label that is a distribution: a {@code float[]} of {@link TaskHead#length} shares
 * that add up to 1. Predicts a distribution.
 *
 * <p>sum(y log(y / p)), p the softmax of the logits: 0 where both are equal. A label that does not
 * add up to 1 within 0.001, or with a negative share, is an error of the data; a missing one is
 * null or NaN as a whole. Labels are not standardized. Towers that take the prediction take the
 * logits. Source: Kullback and Leibler, <em>On Information and Sufficiency</em>, 1951.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface KlDivergence {}
