package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a model in which each task has a trunk of its own, and after chosen layers each
 * goes on with a mixture of what all have there, whose weights are learnt (cross-stitch networks).
 *
 * <p>After a stitched layer, task {@code t} goes on with {@code sum_u a_tu * x_u}, where {@code
 * x_u} is what the trunk of task {@code u} gives there. The weights of a layer are a matrix, each
 * row of it parameters of their own: it starts with 0.9 for the task's own trunk and 0.1 in equal
 * parts for the others. Embedding tables are shared. A tower that names a layer of the trunk takes
 * that of its task's own trunk, after the stitch where there is one. The trunks' addresses are one,
 * {@code trunk.hidden1}; the stitches are {@code stitches.click.hidden1}.
 *
 * <p>Cost: as many trunks as there are tasks, in time and in parameters; the stitches themselves
 * are a number for each pair of tasks and stitched layer. Choose it where there are few tasks and
 * you want to see how much they share, layer by layer.
 *
 * <p>Source: Misra, Shrivastava, Gupta and Hebert, <em>Cross-stitch Networks for Multi-task
 * Learning</em>, CVPR 2016. They train a network for each task first and then stitch; here all is
 * trained at once. A weight holds for a whole layer, not for each channel.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CrossStitch {
  /**
   * Units of the dense ReLU layers of each trunk, the first layer first, as in {@code {256, 128}};
   * the layers are called {@code hidden1}, {@code hidden2}, ... Each at least 1. Excludes {@link
   * #network}; on a {@link ModelOf} neither is needed, and the trunk of the model it varies is
   * copied.
   */
  int[] value() default {};

  /** The network that each trunk is. Excludes {@link #value}. */
  Class<?> network() default void.class;

  /**
   * The layers of the trunk after which is stitched, by name. Without any: every layer of a trunk
   * that is written as units, the output of one that is a network.
   */
  String[] after() default {};
}
