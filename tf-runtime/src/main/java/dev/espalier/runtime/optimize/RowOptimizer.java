package dev.espalier.runtime.optimize;

import java.util.List;
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
   * What it keeps for a table, in a fixed order. A row of a slot lies in one place: numbers that
   * are always taken together cost one way to memory if they stand side by side in one slot.
   */
  List<RowSlot> slots();

  /**
   * A tensor with a row for each of a table's.
   *
   * @param name unique among its slots, in lower case
   * @param initial what every element starts with
   * @param width how many times the table's dimension a row has
   */
  record RowSlot(String name, float initial, int width) {}

  /**
   * Builds the update of the rows and returns the operation to run; see {@link Optimizer#apply}.
   */
  Op apply(Ops tf, RowsUpdate update);
}
