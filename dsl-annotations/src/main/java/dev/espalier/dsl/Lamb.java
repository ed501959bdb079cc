package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer LAMB, for large batches: AdamW's direction, made as long as the parameter itself.
 *
 * <p>With m' and v' Adam's corrected moments, u = m' / (sqrt(v') + epsilon) + weightDecay w and w =
 * w - rate |w| / |u| u, where the norms are those of a whole kernel or embedding table; a ratio
 * with a norm of 0 counts as 1. As in the authors' code the paper's bounds of the norm are left
 * out, and biases and normalisations neither decay nor have a ratio (in Keras they have one, which
 * keeps biases near the 0 they start at). Memory: two copies of the parameters.
 *
 * <p>Source: You et al., <em>Large Batch Optimization for Deep Learning: Training BERT in 76
 * minutes</em>, ICLR 2020.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Lamb {
  /** The learning rate, above 0; 1e-3 unless said. The trainer's builder can replace it. */
  double learningRate() default 1e-3;

  /** The decay, at least 0; 0.01 unless said. */
  double weightDecay() default 0.01;

  /** Decay of the first moment, at least 0 and below 1; 0.9 unless said. */
  double beta1() default 0.9;

  /** Decay of the second moment, at least 0 and below 1; 0.999 unless said. */
  double beta2() default 0.999;

  /** Keeps the division finite, above 0; 1e-6 unless said. */
  double epsilon() default 1e-6;
}
