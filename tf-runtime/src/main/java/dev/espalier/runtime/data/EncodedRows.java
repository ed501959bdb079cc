package dev.espalier.runtime.data;

/**
 * Rows as the network takes them, in flat arrays laid out by {@link FeatureLayout}.
 *
 * <p>Arrays are handed out as they are and must not be changed.
 */
public final class EncodedRows {
  private EncodedRows() {}

  /** How messages call these rows. */
  public String name() {
    throw new UnsupportedOperationException();
  }

  /** How many rows there are. */
  public int size() {
    throw new UnsupportedOperationException();
  }

  /** Whether there are labels and weights beside the features. */
  public boolean labelled() {
    throw new UnsupportedOperationException();
  }

  /** Where features stand. */
  public FeatureLayout layout() {
    throw new UnsupportedOperationException();
  }

  /** How many rows have a label of this task, or an element of one. */
  public int labels(int task) {
    throw new UnsupportedOperationException();
  }

  /** Whether a row has the features that a task needs. */
  public boolean available(int row, int task) {
    throw new UnsupportedOperationException();
  }

  /**
   * The labels of a binary ({@code [rows]}), multi-label or regression task ({@code [rows, n]}, in
   * the standardized unit); 0 where they are missing.
   */
  public float[] numberLabels(int task) {
    throw new UnsupportedOperationException();
  }

  /** The labels of a multi-class task, {@code [rows]}; 0 where they are missing. */
  public int[] classLabels(int task) {
    throw new UnsupportedOperationException();
  }

  /** Row weights where the label is there, 0 elsewhere: {@code [rows]}, or {@code [rows, n]}. */
  public float[] weights(int task) {
    throw new UnsupportedOperationException();
  }
}
