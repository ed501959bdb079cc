package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A long short-term memory over a sequence: {@code [length, n]} to {@code [length, units]}.
 *
 * <p>From zero states, at each position {@code c' = f c + i g}, {@code h' = o tanh(c')}; the gates
 * i, f, o are sigmoids and g is the tanh of {@code x W + h R + b}. Several inputs are concatenated.
 *
 * <p>At padding the state stays as it is and the output is 0, so that a reader from the end starts
 * at the last real position. The parameters are {@code kernel [n, 4 units]}, which starts as
 * Glorot-uniform, {@code recurrentKernel [units, 4 units]}, which starts as {@link
 * Initializer#ORTHOGONAL} and so neither blows up nor forgets over many steps (Saxe et al., ICLR
 * 2014), {@code bias [3 units]}, which starts as 0, and {@code forgetBias [units]}, which starts as
 * 1, so that a young memory keeps what it has (Jozefowicz et al., ICML 2015). The gates lie side by
 * side in the order g, i, o, f. {@link Init} replaces the start of both kernels. The other
 * direction has the same, under {@code backwardKernel} and so on.
 *
 * <p>Steps are written out one by one, which is the fastest on CPU and makes a graph that grows
 * with the length: the first step of a training takes about a second for 100 positions, and
 * sequences of more than 500 are refused. Source: Hochreiter and Schmidhuber, Neural Computation 9,
 * 1997, with the forget gate of Gers et al., 2000.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Lstm {
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
