package dev.espalier.runtime.data.table;

/** The elements of a list in one cell, as what they are read as. */
interface CellList {

  /** How many there are. */
  int size();

  /** Whether nothing stands at a place. */
  boolean isEmpty(int i);

  /** A number in single precision. */
  float number(int i);

  /** A whole number. */
  long whole(int i, long min, long max);

  /** Yes or no. */
  boolean flag(int i);

  /** A text; empty where nothing is. */
  String text(int i);
}
