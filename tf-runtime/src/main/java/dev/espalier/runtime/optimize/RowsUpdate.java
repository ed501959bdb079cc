package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * What an optimizer gets for the rows of an embedding table that a step touched.
 *
 * @param variable the handle of the table's variable, {@code [rows, dimension]}
 * @param rows which rows, each once: {@code [n]}
 * @param slots the handles of the {@linkplain RowOptimizer#slots slots of rows}, in their order
 * @param gradient of these rows, regularization included: {@code [n, dimension]}
 * @param rates the fed {@linkplain Optimizer#rates scalars}, in their order, each already
 *     multiplied by the parameter's rate scale
 */
public record RowsUpdate(
    Operand<? extends TType> variable,
    Operand<TInt32> rows,
    List<Operand<? extends TType>> slots,
    Operand<TFloat32> gradient,
    List<Operand<TFloat32>> rates) {

  /** An update with lists that nobody changes. */
  public RowsUpdate {
    slots = List.copyOf(slots);
    rates = List.copyOf(rates);
  }
}
