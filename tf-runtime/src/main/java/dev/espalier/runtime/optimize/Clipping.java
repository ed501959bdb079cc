package dev.espalier.runtime.optimize;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What becomes of gradients that are too long before an optimizer gets them.
 *
 * <p>It acts on what a step descends along, whatever method has balanced the tasks: weighed sums
 * and mixtures alike, penalties of {@code @L2} and {@code @L1} included, for they are part of the
 * objective. Decoupled weight decay is none of the gradient and is not clipped. A batch without
 * labels of a task has no gradient for what that task alone reaches, which then counts in no norm.
 *
 * <p>The factories throw an {@link dev.espalier.runtime.EspalierException} for a bound that is not
 * above 0.
 */
public sealed interface Clipping
    permits NoClipping, ValueClipping, NormClipping, GlobalNormClipping {

  /** The gradients of a step's parameters as they are. */
  static Clipping none() {
    return new NoClipping();
  }

  /** Every number between {@code -bound} and {@code bound}. */
  static Clipping value(double bound) {
    return new ValueClipping(bound);
  }

  /**
   * The gradient of each parameter at most so long: {@code g bound / max(|g|, bound)}. Embedding
   * tables that share a variable are clipped each by itself.
   */
  static Clipping norm(double bound) {
    return new NormClipping(bound);
  }

  /**
   * The gradient of all parameters of a step together at most so long (Pascanu et al., ICML 2013),
   * which leaves its direction. Where gradients are mixed between two runs, those of single tasks
   * wait for the mixture, so that the step still has one norm.
   */
  static Clipping globalNorm(double bound) {
    return new GlobalNormClipping(bound);
  }

  /** Whether it has to know the gradients of all parameters of a step at once. */
  boolean looksAtAll();

  /** The gradients of a step's parameters, clipped. */
  List<Operand<TFloat32>> clip(Ops tf, List<RawGradient> gradients);

  /**
   * The gradient of a variable before it is clipped.
   *
   * @param value of the variable's shape, or of some of its rows
   * @param stackedRows of a variable that holds several embedding tables, the rows of each; empty
   *     for one that holds a single parameter
   * @param rows which rows of the variable it is of, each once; empty for all
   */
  record RawGradient(
      Operand<TFloat32> value, List<Integer> stackedRows, Optional<Operand<TInt32>> rows) {}
}
