package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adaptive information transfer: what a task makes of its own representation and of one that comes
 * from a task before it, of equal shapes, by how much each has to say for the row at hand.
 *
 * <pre>{@code
 * interface Buy {
 *   @Dense(32) @Relu     Tensor own(Tensor in);
 *   @Dense(32) @Relu     Tensor told(@From("tasks.click.hidden") Tensor hidden);
 *   @InformationTransfer Tensor out(Tensor own, Tensor told);
 * }
 * }</pre>
 *
 * <p>{@code z = sum over u of softmax(<h2(u), h3(u)> / sqrt(k)) h1(u)}, where u are the inputs, two
 * or more of {@code k} units, in any order. The maps are linear and have no bias: h1 is {@code
 * valueKernel}, h2 {@code queryKernel}, h3 {@code keyKernel}, each {@code [k, k]} and
 * Glorot-uniform at the start unless {@link Init} says otherwise; the authors' code draws them from
 * a normal distribution of deviation 0.01. What is transferred goes through a layer of its own
 * first, as {@code told} does. Both towers learn: the gradient passes through all inputs.
 *
 * <p>Cost for each input and position: {@code 3 k k} multiplications with additions. Source: Xi et
 * al., <em>Modeling the Sequential Dependence among Audience Multi-step Conversions with Multi-task
 * Learning in Targeted Display Advertising</em> (AITM), KDD 2021, equations 4 to 6.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface InformationTransfer {}
