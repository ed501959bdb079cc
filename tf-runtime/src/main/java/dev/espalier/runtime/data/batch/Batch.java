package dev.espalier.runtime.data.batch;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * The tensors of {@code b} rows; whoever gets a batch closes it.
 *
 * <p>Batches of rows without labels have no labels and weights. One of rows that teach a single
 * task has its label and the features it needs, and may lack others.
 */
public class Batch implements AutoCloseable {

  /** The tensors of one bag feature. */
  record Bag(TInt32 values, TInt32 segments) {}

  /** The tensors of one task. */
  record Labels(TType label, TFloat32 weights, double totalWeight) {}

  private final TensorScope scope;
  private final int size;
  private final TFloat32 numbers;
  private final TInt32 categories;
  private final List<Optional<Bag>> bags;
  private final List<Optional<TType>> tensors;
  private final List<Optional<Labels>> labels;
  private final IntFunction<float[]> present;
  private final IntUnaryOperator rows;

  Batch(
      TensorScope scope,
      int size,
      TFloat32 numbers,
      TInt32 categories,
      List<Optional<Bag>> bags,
      List<Optional<TType>> tensors,
      List<Optional<Labels>> labels,
      IntFunction<float[]> present,
      IntUnaryOperator rows) {
    this.scope = scope;
    this.size = size;
    this.numbers = numbers;
    this.categories = categories;
    this.bags = bags;
    this.tensors = tensors;
    this.labels = labels;
    this.present = present;
    this.rows = rows;
  }

  /** One that shares another's tensors, which stay the other's to close. */
  Batch(Batch first) {
    this(
        first.scope,
        first.size,
        first.numbers,
        first.categories,
        first.bags,
        first.tensors,
        first.labels,
        first.present,
        first.rows);
  }

  /** What this is worked on in, one part after the other: itself, unless it was too large. */
  public List<Batch> parts() {
    return List.of(this);
  }

  /** Rows in this batch. */
  public int size() {
    return size;
  }

  /** The row at a place of this batch, among all encoded rows. */
  public int row(int place) {
    return rows.applyAsInt(place);
  }

  /** The numbers, {@code [b, numberWidth]}. */
  public TFloat32 numbers() {
    return numbers;
  }

  /** The rows of categories in their tables, {@code [b, categoryCount]}. */
  public TInt32 categories() {
    return categories;
  }

  /** Whether this has a bag. */
  public boolean hasBag(int bag) {
    return bags.get(bag).isPresent();
  }

  /** Whether this has a feature that has a tensor of its own, by its number among those. */
  public boolean hasTensor(int index) {
    return tensors.get(index).isPresent();
  }

  /** Whether this has room for the labels of a task, be they there or missing. */
  public boolean hasLabel(int task) {
    return labels.get(task).isPresent();
  }

  /** The rows of a bag's values in its table, one row of the batch after the other: {@code [m]}. */
  public TInt32 bagValues(int bag) {
    return bags.get(bag).orElseThrow().values();
  }

  /** For each value of a bag its row in the batch, ascending from 0: {@code [m]}. */
  public TInt32 bagSegments(int bag) {
    return bags.get(bag).orElseThrow().segments();
  }

  /** A feature that has a tensor of its own, by its number among those. */
  public TType tensor(int index) {
    return tensors.get(index).orElseThrow();
  }

  /**
   * Which rows have a feature, by its index: 1 for those that do, 0 for those that lack it as a
   * whole, {@code [b]}. Made when it is asked for: few networks do.
   */
  public TFloat32 present(int feature) {
    return scope.own(TFloat32.vectorOf(present.apply(feature)));
  }

  /**
   * The labels of a task: binary {@code [b, 1]} float, multi-class and ordinal {@code [b]} int32,
   * multi-label, regression and boxes {@code [b, n]} float, classes of tokens {@code [b, length]}
   * int32 and -1 where there is none, of pixels {@code [b, height * width]} uint8 and 255 where
   * there is none.
   */
  public TType label(int task) {
    return labels.get(task).orElseThrow().label();
  }

  /**
   * The weights of a task's labels: {@code [b]}, or {@code [b, n]} for a regression of n > 1 and
   * for tokens; for pixels those of rows.
   */
  public TFloat32 weights(int task) {
    return labels.get(task).orElseThrow().weights();
  }

  /** Weights of rows of which none has a label: 0, {@code [b]}. */
  public TFloat32 noWeights() {
    return scope.own(TFloat32.vectorOf(new float[size]));
  }

  /** The sum of a task's weights; 0 when no row of this batch has its label. */
  public double totalWeight(int task) {
    return labels.get(task).map(Labels::totalWeight).orElse(0.0);
  }

  /** The tasks that have a label here, by index; the caller's own. */
  public BitSet tasks() {
    BitSet tasks = new BitSet();
    for (int task = 0; task < labels.size(); task++) {
      tasks.set(task, totalWeight(task) > 0);
    }
    return tasks;
  }

  /** All tensors, in an order that is the same for every batch of a walk. */
  List<Tensor> tensors() {
    return scope.tensors();
  }

  /** Frees the tensors; closing twice does nothing. */
  @Override
  public void close() {
    scope.close();
  }

  boolean isClosed() {
    return scope.isClosed();
  }
}
