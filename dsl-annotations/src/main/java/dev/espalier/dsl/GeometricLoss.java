package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by the geometric loss strategy: descends along the geometric mean of the losses, on
 * which their scales have no influence.
 *
 * <p>{@code (prod L_i)^(1/T)}, so that {@code w_i = (prod L_j)^(1/T) / (T L_i)} with the losses of
 * the step.
 *
 * <p>Cost: nothing to speak of beside a step: the weights are computed within it; nothing is
 * remembered.
 *
 * <p>Source: Chennupati et al., <em>MultiNet++: Multi-Stream Feature Aggregation and Geometric Loss
 * Strategy for Multi-Task Learning</em>, CVPR workshops 2019. Computed in logarithms, where
 * LibMTL's product leaves single precision. A loss of 0 has no part in the mean and weight 0; a
 * negative one ends the run with an exception. One task alone has weight 1. A {@link LossWeight}
 * above 0 makes no difference but a factor for all.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeometricLoss {}
