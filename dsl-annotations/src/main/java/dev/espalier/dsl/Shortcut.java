package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The first input, brought to the shape of the second: the skip of a residual block.
 *
 * <p>Nothing where the shapes are equal; otherwise a dense projection without bias and batch
 * normalisation. The second input gives its shape only. Source: He et al., CVPR 2016 (option B).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Shortcut {}
