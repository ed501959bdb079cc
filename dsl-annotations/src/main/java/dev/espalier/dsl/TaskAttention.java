package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a model in which all tasks share one trunk, and each task sees chosen layers of it
 * through masks of its own (multi-task attention network, MTAN).
 *
 * <p>For task {@code t} a layer {@code p} becomes {@code m * p}, element by element, with the mask
 * {@code m = sigmoid(W2 relu(W1 [p, a] + b1) + b2)}, where {@code a} is the attended layer before,
 * brought to the positions of {@code p} by averaging; the first mask is made of {@code p} alone.
 * The matrices act on the last axis: on dense layers they are dense layers, on pictures 1x1
 * convolutions. The trunk itself goes on with what no mask has touched. A tower that names a layer
 * takes it attended where it is one of these, as it is elsewhere. Masks are {@code
 * attention.click.hidden1}.
 *
 * <p>Cost: one trunk, and for each task and attended layer of {@code n} units two products, with
 * {@code n (n + k)} and {@code n n} weights at each position, {@code k} being the units of the
 * attended layer before. Choose it where a task is dense (a class for each pixel) or where trunks
 * are too large to be copied.
 *
 * <p>Source: Liu, Johns and Davison, <em>End-to-End Multi-Task Learning with Attention</em>, CVPR
 * 2019. They make the mask of an earlier layer of the same block than the one it is put on, bring
 * the attended layer before to its size by a convolution and a pool, and normalise batches inside
 * the masks; here the mask is made of the layer that it is put on, an average brings sizes
 * together, and masks have biases.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TaskAttention {
  /**
   * Units of the dense ReLU layers of the trunk, the first layer first, as in {@code {256, 128}};
   * the layers are called {@code hidden1}, {@code hidden2}, ... Each at least 1. Excludes {@link
   * #network}; on a {@link ModelOf} neither is needed, and the trunk is that of the model it
   * varies.
   */
  int[] value() default {};

  /** The network that the trunk is. Excludes {@link #value}. */
  Class<?> network() default void.class;

  /**
   * The layers of the trunk that are attended, by name. Without any: every layer of a trunk that is
   * written as units, the output of one that is a network. The order makes no difference.
   */
  String[] over() default {};
}
