package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of classification, and its default: the negative logarithm of the probability of the
 * label.
 *
 * <p>Sigmoid cross-entropy for binary and multi-label tasks (the mean over labels), softmax
 * cross-entropy for multi-class ones; computed from logits.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface CrossEntropy {
  /**
   * Part of the label that is spread evenly over the classes, at least 0 and below 1; 0 unless
   * said. Source: Szegedy et al. 2016.
   */
  double smoothing() default 0;

  /**
   * Factor of the loss of each class, in the order of the classes ({@code false} before {@code
   * true}; for multi-label tasks the factor of each label's positives); none by default.
   */
  double[] classWeights() default {};

  /**
   * Whether classes count alike however often they occur: class c has the factor n / (k n_c),
   * counted on the training set (for multi-label tasks the positives of label j count negatives /
   * positives). Excludes {@link #classWeights}.
   */
  boolean balanced() default false;
}
