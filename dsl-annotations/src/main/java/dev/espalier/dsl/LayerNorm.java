package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Layer normalisation: mean 0 and variance 1 over the last axis of each example, then a learnt
 * scale and shift.
 *
 * <p>Source: Ba et al., arXiv:1607.06450, 2016.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LayerNorm {
  /** Added to the variance, above 0; 1e-5 unless said. */
  double epsilon() default 1e-5;
}
