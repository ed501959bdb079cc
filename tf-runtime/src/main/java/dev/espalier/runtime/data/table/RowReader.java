package dev.espalier.runtime.data.table;

import dev.espalier.runtime.model.CellReader;

/**
 * Makes an example of a row's cells; generated code calls the example's own constructor.
 *
 * @param <E> the user's example
 */
@FunctionalInterface
public interface RowReader<E> {

  /** The example of the row that the cells are at. */
  E read(CellReader cells);
}
