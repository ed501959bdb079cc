package dev.espalier.runtime.data;

/**
 * The table rows of a bag feature.
 *
 * @param starts where the values of each row begin; one more at the end
 */
record EncodedBag(int[] starts, int[] values) {

  /** How many values a row has. */
  int count(int row) {
    return starts[row + 1] - starts[row];
  }
}
