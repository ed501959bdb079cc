package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of a support vector machine: how far a logit is from being on its label's side of 0 by a
 * margin of 1, and 0 beyond.
 *
 * <p>max(0, 1 - s x), s = 1 or -1, for binary tasks and, as the mean over labels, multi-label ones;
 * for classes the logit has to be 1 above all others. Decisions are as good as with other losses,
 * but the probabilities that a task predicts mean little. Source: Crammer and Singer, <em>On the
 * Algorithmic Implementation of Multiclass Kernel-based Vector Machines</em>, JMLR 2001.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Hinge {
  /** Whether the distance is squared: smooth, and harder on what is far off. Not unless said. */
  boolean squared() default false;
}
