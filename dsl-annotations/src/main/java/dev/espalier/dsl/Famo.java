package dev.espalier.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Balancing by FAMO, fast adaptive multitask optimization: all losses are to fall at the same rate,
 * at the cost of one task's gradient.
 *
 * <p>Descends along {@code c sum z_i log(L_i - bound + 1e-8)}, with shares {@code z = softmax(s)}
 * and {@code c = 1 / sum(z_i / (L_i - bound + 1e-8))} a constant; the weights {@code c z_i / (L_i -
 * bound + 1e-8)} sum to 1. After the step the same batch shows how much it helped each task: {@code
 * s} follows {@code z_i (d_i - sum z_j d_j)}, with {@code d_i} the fall of the logarithm, by Adam.
 *
 * <p>Cost: a forward pass more in each step, with the same draws; {@code T} numbers are learnt; no
 * memory on the device.
 *
 * <p>Source: Liu et al., <em>FAMO: Fast Adaptive Multitask Optimization</em>, NeurIPS 2023. As the
 * paper, LibMTL and TorchJD decay is 1e-3 (the authors' code: 0.01), and as the authors' code the
 * gradient of shared parameters is clipped at 1. A task that a batch lacks keeps its number, and
 * the others share as if there were no more; from one task alone nothing is learnt, and its weight
 * is 1. A loss that is not above the bound has weight 0 in that step; one that is below it by more
 * than rounding ends the run with an exception. A step after which a loss is not finite teaches
 * nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Famo {
  /** The rate of Adam on {@code s}, above 0; 0.025 unless said. */
  double rate() default 0.025;

  /** Draws shares together, as weight decay of {@code s}, at least 0; 1e-3 unless said. */
  double decay() default 1e-3;

  /** What no loss falls below, times its {@link LossWeight}; 0 unless said. */
  double bound() default 0;

  /**
   * The length that the gradient of shared parameters is clipped to, at least 0; 0 is no clipping,
   * 1 unless said.
   */
  double maxNorm() default 1;
}
