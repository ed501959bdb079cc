package dev.espalier.runtime.session;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * The encoded features of a batch in a graph, laid out by {@link
 * dev.espalier.runtime.data.batch.FeatureLayout}: what the inputs of a network are made of. They
 * are fed as they are in training, and made of raw values within the graph of an exported model.
 */
public interface EncodedInputs {

  /** Columns of the matrix of numbers, {@code [batch, to - from]}. */
  Operand<TFloat32> numbers(int from, int to);

  /** Columns of the matrix of categories, {@code [batch, to - from]}. */
  Operand<TInt32> categories(int from, int to);

  /**
   * Whether asking for fewer columns of categories needs fewer features, so that nobody should ask
   * for more than he takes.
   */
  boolean separable();

  /** The rows of a bag's values in their table, {@code [values]}. */
  Operand<TInt32> bagValues(int bag);

  /** The row of the batch that each value of a bag belongs to, {@code [values]}. */
  Operand<TInt32> bagSegments(int bag);

  /** Rows of the batch, as a feature has them. */
  Operand<TInt32> rows(int feature);

  /** Which rows have a feature: 1 or 0, {@code [batch]}. */
  Operand<TFloat32> present(int feature);

  /** A feature that has a tensor of its own, of these dimensions. */
  <T extends TType> Operand<T> tensor(int feature, Class<T> type, long... dims);
}
