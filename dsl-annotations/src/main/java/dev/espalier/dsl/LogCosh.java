package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A regression loss that is log(cosh(d)) of differences d: near d^2 / 2 for small ones and |d| -
 * log 2 for large ones, smooth everywhere.
 *
 * <p>d is in units of the (standardized) label; the mean over the values of a label.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface LogCosh {}
