package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A transposed convolution, which makes pictures larger: {@code [height, width, n]} to {@code
 * [height * stride, width * stride, filters]}, doubling height and width unless said.
 *
 * <p>Several inputs are concatenated. The kernel {@code [kernel, kernel, n, filters]} starts as
 * He-normal before a ReLU-like activation and as Glorot-uniform otherwise, by the {@code n *
 * (kernel / stride)^2} inputs that meet in an output; the bias starts as 0. {@link Init} replaces
 * the kernel's start, {@link L2} holds for the kernel. Source: Zeiler et al., CVPR 2010.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv2DTranspose {
  /** Output channels, at least 1; in a block also {@link Block#UNITS} and multiples of it. */
  int filters();

  /** Height and width of the kernel, from 1 to 1024; 2 unless said. */
  int kernel() default 2;

  /**
   * Factor of height and width, at least 1; 2 unless said. In a block also {@link Block#STRIDE}.
   */
  int stride() default 2;

  /**
   * Whether there is a bias; unless said there is one, but for a line with {@link BatchNorm}, which
   * would take it off again.
   */
  boolean bias() default true;
}
