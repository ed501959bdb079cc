package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cross-entropy times (1 - p)^gamma, p the probability of the label: examples that are easy already
 * count less.
 *
 * <p>For binary, multi-class and multi-label tasks. Source: Lin et al., <em>Focal Loss for Dense
 * Object Detection</em>, ICCV 2017.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Focal {
  /** The exponent, at least 0; 0 is cross-entropy. 2 unless said. */
  double gamma() default 2;
}
