package dev.espalier.runtime.data;

import dev.espalier.runtime.model.ExampleInfo;
import java.util.Map;

/**
 * What is learnt from the training set before training: statistics of numbers, vocabularies of
 * tables, statistics of labels; immutable, and part of the model file.
 */
public final class Preprocessing {
  private final ExampleInfo info;

  private Preprocessing(ExampleInfo info) {
    this.info = info;
  }

  /** Learns from a training set, which must have a row. */
  public static Preprocessing fit(ExampleInfo info, RawColumns training) {
    return new Preprocessing(info);
  }

  /** The preprocessing that {@link #toTree} described; a damaged tree is a ModelFileException. */
  public static Preprocessing fromTree(ExampleInfo info, Map<String, Object> tree) {
    return new Preprocessing(info);
  }

  /** All that was learnt, as maps, lists, strings, doubles and ints. */
  public Map<String, Object> toTree() {
    throw new UnsupportedOperationException();
  }

  /** Rows as the network takes them; the same values always give the same bits. */
  public EncodedRows encode(RawColumns rows) {
    throw new UnsupportedOperationException();
  }

  /** The example that was learnt from. */
  public ExampleInfo info() {
    return info;
  }

  /** Where features stand in encoded rows. */
  public FeatureLayout layout() {
    return FeatureLayout.of(info);
  }

  /** Rows of an embedding table, row 0 for missing and unknown values included. */
  public int rows(String table) {
    throw new UnsupportedOperationException();
  }

  /**
   * The factors that make a task's classes count alike: {@code [k]} for multi-class, {@code [2,
   * labels]} row by row (negatives, then positives) for binary and multi-label tasks; none for
   * regression.
   */
  public float[] balance(int task) {
    throw new UnsupportedOperationException();
  }

  /** What a regression's value 0 means in the label's unit, for each value; 0 for others. */
  public double[] labelMean(int task) {
    throw new UnsupportedOperationException();
  }

  /** What a regression's value 1 is in the label's unit, for each value; 1 for others. */
  public double[] labelDeviation(int task) {
    throw new UnsupportedOperationException();
  }
}
