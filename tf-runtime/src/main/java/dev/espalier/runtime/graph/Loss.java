package dev.espalier.runtime.graph;

import dev.espalier.runtime.model.GraphBuilder;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** What a task's logits cost against its label, example by example. */
@FunctionalInterface
public interface Loss {

  /**
   * The losses {@code [batch]}, or {@code [batch, n]} for a regression to {@code n > 1} values and
   * {@code [batch, positions]} for a class per position.
   *
   * <p>They are finite for every row, those with a missing label (all zeros) included.
   *
   * @param task the task's name
   * @param logits {@code [batch, units]}; {@code [batch, positions, classes]} for a class per
   *     position
   * @param label of the same shape: 0 and 1 for classes (one-hot) and labels, values for regression
   */
  Operand<TFloat32> of(
      GraphBuilder g, String task, Operand<TFloat32> logits, Operand<TFloat32> label);

  /**
   * What a regression predicts, of the shape of its logits, in the label's unit: a loss says what
   * logits mean. Standardized values unless it says otherwise.
   */
  default Operand<TFloat32> predicted(GraphBuilder g, String task, Operand<TFloat32> logits) {
    return g.inLabelUnit(task, logits);
  }
}
