package dev.espalier.runtime.data.batch;

import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.Ints;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo;
import java.util.BitSet;
import java.util.List;

/**
 * Rows as the network takes them, in flat columns laid out by {@link FeatureLayout}: in memory, or
 * in files that {@link #close} frees.
 *
 * <p>Rows that were read for prediction have no labels and weights.
 */
public final class EncodedRows implements AutoCloseable {
  private final String name;
  private final int size;
  private final List<RowSet> sets;
  private final ExampleInfo info;
  private final FeatureLayout layout;
  private final Floats numbers;
  private final Ints categories;
  private final List<EncodedBag> bags;
  private final List<TensorColumn> tensors;
  private final List<BitSet> absent;
  private final List<BitSet> unavailable;
  private final List<EncodedLabels> labels;
  private final Storage storage;

  /** Rows of columns that stay in the storage, which these rows own from now on. */
  public EncodedRows(
      String name,
      int size,
      List<RowSet> sets,
      ExampleInfo info,
      FeatureLayout layout,
      Floats numbers,
      Ints categories,
      List<EncodedBag> bags,
      List<TensorColumn> tensors,
      List<BitSet> absent,
      List<BitSet> unavailable,
      List<EncodedLabels> labels,
      Storage storage) {
    this.name = name;
    this.size = size;
    this.sets = sets;
    this.info = info;
    this.layout = layout;
    this.numbers = numbers;
    this.categories = categories;
    this.bags = bags;
    this.tensors = tensors;
    this.absent = absent;
    this.unavailable = unavailable;
    this.labels = labels;
    this.storage = storage;
  }

  /** How messages call these rows. */
  public String name() {
    return name;
  }

  /** A row as messages call it, by the data set that it came from and its number there, from 0. */
  public String place(int row) {
    RowSet from =
        sets.stream().filter(set -> set.from() <= row && row < set.to()).findFirst().orElseThrow();
    return from.name() + ", row " + (row - from.from());
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** Whether they are kept in files and not in memory. */
  public boolean inFiles() {
    return storage.inFiles();
  }

  /** Whether there are labels and weights beside the features. */
  public boolean labelled() {
    return !labels.isEmpty();
  }

  /** The SHA-256, in hexadecimal digits, of all that a network sees of the rows. */
  public String digest() {
    return RowDigest.of(this);
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

  /** Whether a row lacks a feature as a whole. */
  boolean lacks(int row, int feature) {
    return absent.get(feature).get(row);
  }

  /** Whether any label of a task counts: one has a weight above 0. */
  public boolean hasWeight(int task) {
    return labels.get(task).hasWeight();
  }

  /**
   * Labels and weights of a task in order, as metrics take them: classes by index, regressions in
   * the standardized unit.
   *
   * @param ofRows to be filled with labels, {@code [count, labelWidth]}; anything where there is
   *     none
   * @param weights to be filled, {@code [count, weightWidth]}; 0 where there is no label
   */
  public void read(int task, int firstRow, int count, float[] ofRows, float[] weights) {
    labels.get(task).read(firstRow, count, ofRows, weights);
  }

  /** The data sets that the rows came from, in their order. */
  List<RowSet> sets() {
    return sets;
  }

  /** The example that these are rows of. */
  public ExampleInfo info() {
    return info;
  }

  List<TensorColumn> tensors() {
    return tensors;
  }

  /** The class of each row of a binary or multi-class task; -1 where it has no label or weight. */
  int[] classes(int task) {
    float[] label = new float[1];
    float[] weight = new float[1];
    int[] classes = new int[size];
    for (int row = 0; row < size; row++) {
      read(task, row, 1, label, weight);
      classes[row] = weight[0] > 0 ? (int) label[0] : -1;
    }
    return classes;
  }

  /** All number features, row by row, in the order of the layout. */
  public Floats numbers() {
    return numbers;
  }

  /** All categories, row by row, as rows of their tables, in the order of the layout. */
  public Ints categories() {
    return categories;
  }

  /** A bag, by its place in the layout. */
  public EncodedBag bag(int index) {
    return bags.get(index);
  }

  EncodedLabels labelsOf(int task) {
    return labels.get(task);
  }

  /** Tasks that have labels here. */
  int tasks() {
    return labels.size();
  }

  /** Frees files that rows are kept in; they can't be read any more then. */
  @Override
  public void close() {
    storage.close();
  }
}
