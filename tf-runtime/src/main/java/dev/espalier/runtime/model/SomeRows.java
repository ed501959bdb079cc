package dev.espalier.runtime.model;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A builder of what is made of some rows of the batch: its features and masks are {@code [n, ...]}
 * where those of the batch are {@code [batch, ...]}. What can be looked at has all rows.
 */
public interface SomeRows extends GraphBuilder {

  /** A value of these rows for all rows of the batch, 0 in the others. */
  Operand<TFloat32> spread(Operand<TFloat32> value);
}
