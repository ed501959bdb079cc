package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a model in which each task has experts of its own beside those that all tasks
 * share, level by level (progressive layered extraction, PLE; with one level customized gate
 * control, CGC).
 *
 * <p>At each level a task's gate mixes its own experts and the shared ones, and a shared gate mixes
 * all experts of all tasks; what the gates give flows into the experts of the next level, the
 * task's into its own, the shared gate's into the shared ones. The last level has no shared gate,
 * and what a task's gate gives there is what the task sees of the trunk. A gate is {@code softmax(W
 * x + b)} of what flows into the experts of its task, averaged over positions where there are any.
 *
 * <p>Each entry of {@link #units} or {@link #network} is a level. A layer of the trunk belongs to
 * one level, and a tower that names it takes the experts' layers of that level, mixed by the task's
 * gate there. Where networks of several levels have a layer of one name, its address says the
 * level, the first being 1: {@code trunk.level2.out}. Gates are {@code gates.click}, with several
 * levels {@code gates.click.level1} and, those that are shared, {@code gates.level1}.
 *
 * <p>Cost: a level costs {@code sharedExperts + tasks * taskExperts} times its network, in time and
 * in parameters. Choose it where a mixture of experts still lets one task gain at another's cost.
 *
 * <p>Source: Tang, Liu, Zhao and Gong, <em>Progressive Layered Extraction (PLE): A Novel Multi-Task
 * Learning (MTL) Model for Personalized Recommendations</em>, RecSys 2020. Their gates have no
 * bias; these have one that starts at 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ProgressiveExtraction {
  /**
   * Units of the dense ReLU layer that an expert is, an entry for each level, as in {@code {32,
   * 16}}; the layers are called {@code hidden1}, {@code hidden2}, ... Each at least 1. Excludes
   * {@link #network}; on a {@link ModelOf} neither is needed, and the trunk of the model it varies
   * is the one level.
   */
  int[] units() default {};

  /**
   * The network that an expert is, an entry for each level; {@code in} of the second is what gates
   * make of the first. Excludes {@link #units}.
   */
  Class<?>[] network() default {};

  /** How many experts the tasks share at each level; at least 1. */
  int sharedExperts() default 2;

  /** How many experts each task has for itself at each level; at least 1. */
  int taskExperts() default 2;
}
