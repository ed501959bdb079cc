package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The activation 1.0507 x where x &gt; 0, 1.7581 (exp(x) - 1) elsewhere.
 *
 * <p>Source: Klambauer et al., NeurIPS 2017.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Selu {}
