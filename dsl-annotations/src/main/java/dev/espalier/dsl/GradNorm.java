package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by GradNorm: weights that are learnt, such that a task's gradient is as long as its
 * progress asks for.
 *
 * <p>Descends along {@code sum |G_i - mean(G) r_i^alpha|} in the weights, with {@code G_i = w_i
 * |g_i|} the length of a task's weighted gradient in what tasks share, and {@code r_i} its {@code
 * loss / first loss} over the mean of all tasks' (the right side a constant). The weights of a step
 * are those before it is learnt from. They begin at 1 and sum to the number of tasks: a refined
 * sum.
 *
 * <p>Cost: one backward pass for each task instead of one for all, and memory for a gradient of the
 * shared parameters for each; arithmetic of {@code T} for {@code T} tasks; remembers five numbers a
 * task.
 *
 * <p>Source: Chen et al., <em>GradNorm: Gradient Normalization for Adaptive Loss Balancing</em>,
 * ICML 2018. As LibMTL and not the paper, the weights are {@code T softmax(s)}, and so stay above
 * 0; the lengths are those over all shared parameters, not the last layer's. As the paper and not
 * LibMTL, the first loss is that of the first batch that has the task. Ours: slopes are taken
 * relative to the mean length, which Adam makes of them anyway, and for tasks that a batch lacks
 * nothing is learnt. A first loss of 0, or a change of sign, counts as mean progress; a gradient of
 * 0 teaches nothing by itself.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GradNorm {
  /** How strongly slow tasks are favoured, at least 0; 1.5 unless said, as in the paper. */
  double alpha() default 1.5;

  /** The rate of Adam on {@code s}, above 0; 0.025 unless said. */
  double rate() default 0.025;
}
