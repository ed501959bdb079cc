package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a model in which several trunks, the experts, are shared by all tasks, and each
 * task mixes them by a gate of its own (multi-gate mixture of experts, MMoE).
 *
 * <p>Every expert is the trunk that is written here, with weights of its own, and starts
 * differently. What task {@code t} sees of the trunk is {@code sum_e softmax(W_t x + b_t)[e] *
 * expert_e(x)}: {@code x} is all that flows into the trunk, averaged over its positions where it is
 * a picture or a sequence (real positions alone), feature by feature where features can't be
 * joined. A tower that names a layer of the trunk takes the experts' layers, mixed by the same
 * gate. The experts' addresses are those of the trunk, {@code trunk.hidden1}; the gates are {@code
 * gates.click}.
 *
 * <p>Cost: each expert costs what the trunk costs, in time and in parameters, so that eight experts
 * of 16 units stand against one trunk of 128. A gate adds {@code (inputs + 1) * experts} parameters
 * a task. Choose it where tasks are related loosely and a shared trunk makes some of them worse.
 *
 * <p>Source: Ma, Zhao, Yi, Chen, Hong and Chi, <em>Modeling Task Relationships in Multi-task
 * Learning with Multi-gate Mixture-of-Experts</em>, KDD 2018. Their gates have no bias; these have
 * one that starts at 0, as most implementations do.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MixtureOfExperts {
  /** How many experts there are; at least 2. */
  int experts() default 8;

  /**
   * Units of the dense ReLU layers of each expert, the first layer first; the layers are called
   * {@code hidden1}, {@code hidden2}, ... Each at least 1. Excludes {@link #network}; on a {@link
   * ModelOf} neither is needed, and the trunk of the model it varies is the expert.
   */
  int[] units() default {};

  /** The network that each expert is. Excludes {@link #units}. */
  Class<?> network() default void.class;
}
