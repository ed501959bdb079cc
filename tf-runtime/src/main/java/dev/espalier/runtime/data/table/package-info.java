/**
 * Data sets that are rows of a table: files of separated values, JSON lines, Parquet, queries.
 *
 * <p>{@link dev.espalier.runtime.data.table.Tables} opens them. Columns are matched to the
 * components of an example once, by name or position; a column that has a type of its own is
 * checked against its component's before any row is read. Then the cells of one row after the other
 * are read through {@link dev.espalier.runtime.model.CellReader}, by the example's own constructor.
 */
package dev.espalier.runtime.data.table;
