package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The first input, brought to the shape of the second: the skip of a residual block.
 *
 * <p>Nothing where the shapes are equal; otherwise a projection of each position without bias (a
 * 1x1 convolution of pictures) and batch normalisation. Where the second is less high and wide, or
 * shorter, the projection strides as convolutions with {@link Padding#SAME} do; where no stride
 * leads from the first to the second that is an error. Along a sequence only real positions count
 * in the normalisation. The second input gives its shape only. Source: He et al., CVPR 2016 (option
 * B).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Shortcut {}
