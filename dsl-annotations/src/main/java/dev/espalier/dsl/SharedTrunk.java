package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a model whose tasks all share one trunk (hard parameter sharing).
 *
 * <p>Every feature enters the trunk and every head stands on its output, so the trunk's parameters
 * are learnt from all tasks. A model has exactly one sharing annotation, and its trunk is written
 * in one of two ways: units of dense ReLU layers, or a network.
 *
 * <p>Source: Caruana, <em>Multitask Learning</em>, Machine Learning 28, 1997.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SharedTrunk {
  /**
   * Units of the dense ReLU layers of the trunk, the first layer first, as in {@code {256, 128}};
   * the layers are called {@code hidden1}, {@code hidden2}, ... Each at least 1. Excludes {@link
   * #network}.
   */
  int[] value() default {};

  /**
   * The network that is the trunk: an interface whose methods are layers. Excludes {@link #value}.
   */
  Class<?> network() default void.class;
}
