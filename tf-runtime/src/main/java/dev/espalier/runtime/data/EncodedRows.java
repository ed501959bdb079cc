package dev.espalier.runtime.data;

import java.util.BitSet;
import java.util.List;

/**
 * Rows as the network takes them, in flat arrays laid out by {@link FeatureLayout}.
 *
 * <p>Arrays are handed out as they are and must not be changed. Rows that were read for prediction
 * have no labels and weights.
 */
public final class EncodedRows {
  private final String name;
  private final int size;
  private final FeatureLayout layout;
  private final float[] numbers;
  private final int[] categories;
  private final List<EncodedBag> bags;
  private final List<BitSet> unavailable;
  private final List<EncodedLabels> labels;

  EncodedRows(
      String name,
      int size,
      FeatureLayout layout,
      float[] numbers,
      int[] categories,
      List<EncodedBag> bags,
      List<BitSet> unavailable,
      List<EncodedLabels> labels) {
    this.name = name;
    this.size = size;
    this.layout = layout;
    this.numbers = numbers;
    this.categories = categories;
    this.bags = bags;
    this.unavailable = unavailable;
    this.labels = labels;
  }

  /** How messages call these rows. */
  public String name() {
    return name;
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** Whether there are labels and weights beside the features. */
  public boolean labelled() {
    return !labels.isEmpty();
  }

  /** Where features stand. */
  public FeatureLayout layout() {
    return layout;
  }

  /** How many rows have a label of this task, or an element of one, whatever their weight. */
  public int labels(int task) {
    return labels.get(task).count();
  }

  /** Whether a row has the features that a task needs. */
  public boolean available(int row, int task) {
    return !unavailable.get(task).get(row);
  }

  /**
   * The labels of a binary ({@code [rows]}), multi-label or regression task ({@code [rows, n]}, in
   * the standardized unit); 0 where they are missing.
   */
  public float[] numberLabels(int task) {
    return labels.get(task).numbers();
  }

  /** The labels of a multi-class task, {@code [rows]}; 0 where they are missing. */
  public int[] classLabels(int task) {
    return labels.get(task).classes();
  }

  /**
   * Row weights where the label is there, 0 elsewhere: {@code [rows]}; {@code [rows, n]} for a
   * regression.
   */
  public float[] weights(int task) {
    return labels.get(task).weights();
  }

  /** The class of each row of a binary or multi-class task; -1 where it has no label or weight. */
  int[] classes(int task) {
    float[] numbers = numberLabels(task);
    int[] classes = numbers.length == 0 ? classLabels(task).clone() : new int[size];
    float[] weights = weights(task);
    for (int row = 0; row < size; row++) {
      int found = numbers.length == 0 ? classes[row] : (int) numbers[row];
      classes[row] = weights[row] > 0 ? found : -1;
    }
    return classes;
  }

  float[] numbers() {
    return numbers;
  }

  int[] categories() {
    return categories;
  }

  EncodedBag bag(int index) {
    return bags.get(index);
  }

  EncodedLabels labelsOf(int task) {
    return labels.get(task);
  }

  /** Tasks that have labels here. */
  int tasks() {
    return labels.size();
  }
}
