package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A label, and with it a task to learn.
 *
 * <p>The type says which kind of task it is: {@code boolean} is binary; an enum, or an {@code int}
 * with {@link #classes}, is multi-class; {@code Set<E>} of an enum, or {@code boolean[]} with
 * {@link #length}, is multi-label; {@code float}, {@code double}, or {@code float[]} with {@link
 * #length}, is regression; an array of an enum, {@code int[]} or {@code byte[]} with {@link #along}
 * is a class for each token or pixel. A label that is {@code null} (boxed or reference) or NaN is
 * missing and gives exactly no loss and no gradient. The head is a dense layer from the trunk's
 * output to the task's units; {@link #hidden} or {@link #tower} put layers between.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface TaskHead {
  /**
   * Units of one dense ReLU layer between the trunk and the output; none by default. Excludes
   * {@link #tower}.
   */
  int hidden() default 0;

  /** The network between the trunk and the output; its {@code in} is the trunk's output. */
  Class<?> tower() default void.class;

  /**
   * The task's own first layers: a network between the features and the trunk; none by default.
   *
   * <p>Its {@code in} is all features, and it may name single ones; what it ends with is the {@code
   * in} of the trunk, instead of all features. Each task has a stem with weights of its own, also
   * where two name one network; the trunk behind them has one set of weights and is applied to each
   * stem apart, with moving statistics apart. So a task is learnt and predicted from what its own
   * stem takes, and rows may lack the rest: those that lack what a stem takes go through neither it
   * nor the trunk behind it. Tasks without a stem bring all features to the trunk. All that meets
   * in one trunk has one shape.
   *
   * <p>The stem's address is {@code tasks.name.stem}, as in {@code @From("tasks.name.stem.conv")}
   * in a tower.
   */
  Class<?> stem() default void.class;

  /**
   * Number of classes of an {@code int}, {@code int[]} or {@code byte[]} label, which runs from 0;
   * at least 2. Other types know it.
   */
  int classes() default 0;

  /** Number of labels in a {@code boolean[]}, of values in a {@code float[]}. */
  int length() default 0;

  /**
   * Whether a regression learns its label at mean 0 and standard deviation 1 of the training set
   * (each element apart); predictions and metrics are in the label's own unit all the same. For
   * regression only.
   */
  boolean standardize() default true;

  /**
   * The feature that a class for each token or pixel runs along: {@code along = "words"}. For an
   * array of an enum, {@code int[]} and {@code byte[]}, and for a {@link Box} where there are
   * several pictures.
   */
  String along() default "";

  /**
   * The number of the class of pixels that does not count, such as one for the unlabelled: neither
   * learnt nor predicted nor measured, as if it did not exist; none by default. It may lie beyond
   * the others ({@code classes = 11, ignore = 255}), be one of {@code classes}, or a constant of
   * the enum by its ordinal. Class weights, metrics and what other towers take of this task are for
   * the classes that are left, in their order; labels and predictions keep the numbers of all.
   */
  int ignore() default -1;
}
