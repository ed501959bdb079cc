package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a model in which every task has a trunk of its own and nothing is shared.
 *
 * <p>The baseline that multi-task training is measured against: embedding tables are apart too, so
 * that each task learns exactly what it would learn alone. The address {@code trunk.wide} means
 * that layer in every task's copy. On a {@link ModelOf} neither units nor a network are needed: the
 * trunk of the model it varies is copied.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface IndependentTrunks {
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
