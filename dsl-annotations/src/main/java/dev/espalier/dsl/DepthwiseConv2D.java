package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A convolution of each channel by itself: {@code [height, width, n]} to {@code [height, width, n *
 * multiplier]}.
 *
 * <p>The kernel {@code [kernel, kernel, 1, n * multiplier]} starts as He-normal before a ReLU-like
 * activation and as Glorot-uniform otherwise, the bias as 0; {@link Init} replaces the kernel's.
 * {@link L2} holds for the kernel. A stride together with a dilation is an error, as of {@link
 * Conv2D}. Source: Howard et al., arXiv:1704.04861, 2017.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DepthwiseConv2D {
  /** Output channels for each input channel, at least 1; 1 unless said. */
  int multiplier() default 1;

  /** Height and width of the kernel, from 1 to 1024; 3 unless said. */
  int kernel() default 3;

  /** Steps between positions, at least 1; 1 unless said. In a block also {@link Block#STRIDE}. */
  int stride() default 1;

  /** What happens at the borders; with {@link Padding#SAME} and stride 1 the size stays. */
  Padding padding() default Padding.SAME;

  /**
   * Steps between the kernel's own positions, from 1 to 1024; 1, a plain convolution, unless said.
   */
  int dilation() default 1;

  /**
   * Whether there is a bias; unless said there is one, but for a line with {@link BatchNorm}, which
   * would take it off again.
   */
  boolean bias() default true;
}
