package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Multi-head self-attention: every position takes what it needs from the others, {@code [length,
 * units]} to {@code [length, units]}.
 *
 * <p>Queries, keys and values are linear maps with bias of the input, divided among the heads; a
 * head's result is the values' mean, weighted by the softmax of {@code query key / sqrt(units /
 * heads)}; a linear map with bias brings the heads together. There is no shortcut and no
 * normalisation inside: those are layers of their own, as {@code TransformerEncoder} shows. Several
 * inputs are concatenated.
 *
 * <p>Padding is attended to by nobody, and the output there is 0. The parameters are {@code
 * queryKernel}, {@code keyKernel}, {@code valueKernel}, {@code outputKernel}, each {@code [units,
 * units]}, and {@code queryBias}, {@code keyBias}, {@code valueBias}, {@code outputBias}; each
 * kernel starts as Glorot-uniform by itself, biases as 0; {@link Init} replaces the kernels'.
 *
 * <p>Work and memory grow with the square of the length. Source: Vaswani et al., NeurIPS 2017,
 * section 3.2.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SelfAttention {
  /** The number of heads, a divisor of the units that flow in; 4 unless said. */
  int heads() default 4;

  /** The rate of {@link Dropout} on the weights of attention; 0 unless said. */
  double dropout() default 0;

  /** Whether a position sees only itself and those before it; all of them unless said. */
  boolean causal() default false;
}
