package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gated recurrent units over a sequence: {@code [length, n]} to {@code [length, units]}.
 *
 * <p>From a zero state, at each position {@code h' = z h + (1 - z) tanh(x W_n + b_n + r (h R_n +
 * c_n))} with the gates {@code z, r = sigmoid(x W + b + h R + c)}: the form of the paper's first
 * version that cuDNN and Keras compute, in which the gate r acts after the recurrent kernel.
 * Several inputs are concatenated.
 *
 * <p>At padding the state stays as it is and the output is 0, so that a reader from the end starts
 * at the last real position. The parameters are {@code kernel [n, 3 units]}, which starts as
 * Glorot-uniform, {@code recurrentKernel [units, 3 units]}, which starts as {@link
 * Initializer#ORTHOGONAL} (Saxe et al., ICLR 2014), {@code bias} and {@code recurrentBias [3
 * units]}, which start as 0. The gates lie side by side in the order z, r, n. {@link Init} replaces
 * the start of both kernels. The other direction has the same, under {@code backwardKernel} and so
 * on.
 *
 * <p>Steps are written out one by one, which is the fastest on CPU and makes a graph that grows
 * with the length: sequences of more than 500 positions are refused. Source: Cho et al., EMNLP
 * 2014.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Gru {
  /** Units of the state, at least 1; in a block also {@link Block#UNITS} and multiples of it. */
  int units();

  /**
   * Whether a second one reads from the end, with weights of its own, and stands behind the first:
   * {@code [length, 2 units]}; only one unless said.
   */
  boolean bidirectional() default false;

  /**
   * Whether only the state after the last position that is read comes out, {@code [units]} or
   * {@code [2 units]}: 0 where there is no real position; every position's unless said.
   */
  boolean last() default false;
}
