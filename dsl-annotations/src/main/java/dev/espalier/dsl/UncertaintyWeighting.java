package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by uncertainty: the noise of each task is learnt, and tasks that are noisy count less.
 *
 * <p>Descends along {@code sum e^-s_i L_i / 2 + s_i / 2} for regressions and {@code sum e^-s_i L_i
 * + s_i / 2} for classes, in the parameters and in {@code s}, the logarithm of a task's noise
 * variance. At rest a task's loss counts as 1, or a half for classes, whatever its scale. A task's
 * weight is {@code e^-s_i / 2}, or {@code e^-s_i}.
 *
 * <p>Cost: nothing to speak of beside a step: {@code T} numbers are learnt; no memory on the
 * device.
 *
 * <p>Source: Kendall, Gal and Cipolla, <em>Multi-Task Learning Using Uncertainty to Weigh Losses
 * for Scene Geometry and Semantics</em>, CVPR 2018. The numbers are learnt by an Adam of their own,
 * not by the model's optimizer; from 0, as in TorchJD (LibMTL starts them at -0.5); they stay
 * between -40 and 40. Labels are standardized, so that a variance is in units of the label's. A
 * task that a batch lacks keeps its number; one task alone is weighed like several. A loss of 0
 * drives its weight up, slowly, as published. Losses may be negative.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface UncertaintyWeighting {
  /** Which of the two forms tasks have; by their kinds unless said. */
  UncertaintyForm form() default UncertaintyForm.BY_KIND;

  /** What every {@code s} starts with, from -10 to 10; 0 unless said. */
  double initial() default 0;

  /** The rate of Adam on {@code s}, above 0; 0.025 unless said. */
  double rate() default 0.025;
}
