package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the classes of a label have an order, as grades do: an enum in the order of its
 * constants, or an {@code int} with classes from 0.
 *
 * <p>The head gives one number and learns thresholds that ascend, so that the probabilities of
 * "more than class k" fall with k; the loss is their cross-entropy, averaged over the thresholds.
 * Source: Cao, Mirjalili, Raschka, <em>Rank consistent ordinal regression for neural networks</em>,
 * Pattern Recognition Letters 2020; thresholds that ascend by construction are McCullagh's
 * proportional odds (JRSS B 1980).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Ordinal {}
