package dev.espalier.runtime.optimize;

import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/**
 * How an optimizer updates some rows of an embedding table and leaves all others, and what it keeps
 * for them, as they are: a step then costs what it touches, however large the table.
 */
public interface RowOptimizer {

  /**
   * Whether this is what the optimizer does to every table, small ones too, for its update of all
   * rows would be another: untouched rows would move, or what is kept for them. False when updates
   * of all rows leave the untouched as they are anyway, so that the faster form can be taken.
   */
  boolean always();

  /**
   * Builds the update of the rows and returns the operation to run; see {@link Optimizer#apply}.
   */
  Op apply(Ops tf, RowsUpdate update);
}
