package dev.espalier.runtime.optimize;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * What an optimizer gets for one parameter in one step.
 *
 * @param variable the handle of the parameter's variable
 * @param value the parameter before the step: the read that the gradient was taken to
 * @param slots the handles of the {@linkplain Optimizer#slots optimizer's slots}, in their order
 * @param gradient of the parameter's shape, regularization included
 * @param rates the fed {@linkplain Optimizer#rates scalars}, in their order, each already
 *     multiplied by the parameter's rate scale
 * @param corrections the fed {@linkplain Optimizer#corrections scalars} that no rate scales
 * @param decays whether weight decay holds for the parameter
 * @param stackedRows of a variable that holds several embedding tables, the rows of each, in their
 *     order; empty for one that holds a single parameter
 */
public record ParameterUpdate(
    Operand<? extends TType> variable,
    Operand<TFloat32> value,
    List<Operand<? extends TType>> slots,
    Operand<TFloat32> gradient,
    List<Operand<TFloat32>> rates,
    List<Operand<TFloat32>> corrections,
    boolean decays,
    List<Integer> stackedRows) {

  /** An update with lists that nobody changes. */
  public ParameterUpdate {
    slots = List.copyOf(slots);
    rates = List.copyOf(rates);
    corrections = List.copyOf(corrections);
    stackedRows = List.copyOf(stackedRows);
  }
}
