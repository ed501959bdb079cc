package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by IMTL-L, impartial losses: all losses are scaled to 1.
 *
 * <p>Descends along {@code sum e^s_i L_i - s_i}, in the parameters and in {@code s}; a task's
 * weight is {@code e^s_i}. The same family as {@link UncertaintyWeighting}, without assumptions on
 * noise.
 *
 * <p>Cost: nothing to speak of beside a step: {@code T} numbers are learnt; no memory on the
 * device.
 *
 * <p>Source: Liu et al., <em>Towards Impartial Multi-task Learning</em>, ICLR 2021. The numbers are
 * learnt from 0 by an Adam of their own, not by the model's optimizer, and stay between -40 and 40.
 * A task that a batch lacks keeps its number; one task alone is weighed like several. A loss of 0
 * or less drives its weight up, slowly, as published.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ImtlL {
  /** The rate of Adam on {@code s}, above 0; 0.025 unless said. */
  double rate() default 0.025;
}
