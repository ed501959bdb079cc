package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by GradDrop: where the tasks' gradients differ in sign, only those of one sign are
 * kept, drawn element by element.
 *
 * <p>For each shared parameter, {@code P = (1 + sum g_i / sum |g_i|) / 2}; with probability {@code
 * P} the gradients above 0 stay and those below are dropped, else the other way round: {@code d =
 * sum (leak + (1 - leak) stays_i) g_i}, a refined sum. Draws follow from seed, step and parameter.
 * Elements on whose sign all tasks agree are never touched.
 *
 * <p>Cost: a backward pass for each task, no inner products and no second run; memory: {@code T x
 * P} floats at most for {@code T} tasks and {@code P} shared parameters, while the passes run.
 * Arithmetic: {@code T P}.
 *
 * <p>Source: Chen et al., <em>Just Pick a Sign: Optimizing Deep Multitask Models with Gradient Sign
 * Dropout</em>, NeurIPS 2020. As LibMTL and TorchJD, on the gradients of shared parameters. The
 * paper has a layer of activations instead, whose gradients it multiplies by the activations' signs
 * and adds up over a batch; its layer would have to be chosen, and schemes with several values
 * between trunk and tasks have none. The probability is the paper's identity, {@code f(P) = P}; one
 * leak holds for all tasks.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GradDrop {
  /** How much of what is dropped stays, from 0 to 1; 0 unless said. At 1 nothing is dropped. */
  double leak() default 0;
}
