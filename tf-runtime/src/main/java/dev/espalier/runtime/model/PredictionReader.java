package dev.espalier.runtime.model;

/** The outputs of one row, by index of task and of the task's output. */
public interface PredictionReader {

  /** Whether the row had the features that the task needs. */
  boolean has(int task);

  /** An output that is one number. */
  float number(int task, int output);

  /** An output that is several numbers; the caller's own copy. */
  float[] numbers(int task, int output);

  /** An output that is a class for each real position. */
  int[] classes(int task, int output);

  /** An output that is a class for each real position, as bytes. */
  byte[] classBytes(int task, int output);

  /**
   * An output that is a class for each real position, as constants.
   *
   * @param constants all of the enum, in order
   */
  <C> C[] classes(int task, int output, C[] constants);
}
