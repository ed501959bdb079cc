package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A convolution along a sequence: {@code [length, n]} to {@code [length, filters]}.
 *
 * <p>Several inputs are concatenated. Along a sequence the padding counts as 0, whatever it holds,
 * so that nothing leaks from it; with stride 1 and {@link Padding#SAME} the result runs along the
 * same sequence. The kernel {@code [kernel, n, filters]} starts as He-normal before a ReLU-like
 * activation and as Glorot-uniform otherwise, the bias as 0; {@link Init} replaces the kernel's.
 * {@link L2} holds for the kernel.
 *
 * <p>A stride together with a dilation is an error: TensorFlow's gradient would be wrong.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv1D {
  /** Output units, at least 1; in a block also {@link Block#UNITS} and multiples of it. */
  int filters();

  /** Length of the kernel, from 1 to 1024; 3 unless said. */
  int kernel() default 3;

  /** Steps between positions, at least 1; 1 unless said. In a block also {@link Block#STRIDE}. */
  int stride() default 1;

  /** What happens at the ends; with {@link Padding#SAME} and stride 1 the length stays. */
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
