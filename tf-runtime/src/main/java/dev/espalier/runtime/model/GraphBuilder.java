package dev.espalier.runtime.model;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * What the runtime hands to generated code while a graph is built.
 *
 * <p>The runtime owns placeholders, variables, masks, statistics, vocabularies and seeds; generated
 * code owns layers.
 */
public interface GraphBuilder {

  /** The operations of the graph being built. */
  Ops tf();

  /** Whether losses are wanted. */
  boolean withLosses();

  /**
   * Whether training steps run this network: then some layers draw, and batch normalisation looks
   * at the batch. False in those that evaluate and predict, though the one that evaluates has
   * losses.
   */
  boolean training();

  /**
   * Features as they enter the network (normalised, imputed, embedded), concatenated: {@code
   * [batch, n]}.
   *
   * @param tables the copy of the embedding tables to use: {@code tables}, or {@code tables-click}
   *     where a task has its own; a table's parameter is {@code tables.workClass}
   */
  Operand<TFloat32> features(String tables, String... names);

  /**
   * A builder for the rows that have some features, which rows may lack: what it builds computes,
   * and normalises by, nothing of the other rows.
   *
   * @param features of which rows lack none
   */
  SomeRows withRows(String... features);

  /**
   * Which positions of a sequence are real: 1 where there is a token, 0 in the padding, {@code
   * [batch, length]}.
   *
   * @param feature the feature that declares the sequence, not one that runs along it
   */
  Operand<TFloat32> mask(String feature);

  /**
   * The value that gradients are taken to: a variable's read. The same path is the same variable,
   * and what follows an {@code @} makes no difference: {@code trunk@click.wide.kernel}, of the
   * trunk behind the stem of {@code click}, is {@code trunk.wide.kernel}. States, seeds and layers
   * belong to each application of a network.
   */
  Operand<TFloat32> parameter(String path);

  /** A state's value before this step. */
  Operand<TFloat32> state(String path);

  /**
   * The state's value after this step; takes effect in training steps alone, in the order of calls,
   * for tasks that take part.
   */
  void update(String path, Operand<TFloat32> value);

  /**
   * For stateless random operations: a function of the run's seed, the step and the path. {@code
   * [2]}
   */
  Operand<TInt64> seed(String path);

  /**
   * A task's label as numbers of the shape that its loss compares: 0 and 1 for classes (one-hot)
   * and labels, standardized values for regression, whether it lies above each class but the last
   * for classes in order, {@code [batch, positions, classes]} for classes of tokens and pixels;
   * zeros where it is missing.
   */
  Operand<TFloat32> label(String task);

  /**
   * The row's weight where the label is there, 0 where it is missing: {@code [batch]}, or {@code
   * [batch, n]} for a regression to several values and for classes of tokens and pixels.
   */
  Operand<TFloat32> weights(String task);

  /**
   * Factors of a task's classes that make them count alike, from the labels of the training set:
   * {@code [classes]}; for binary and multi-label tasks the factors of negatives and of positives,
   * {@code [2, labels]}.
   */
  Operand<TFloat32> balance(String task);

  /** A regression's standardized values in the label's own unit. */
  Operand<TFloat32> inLabelUnit(String task, Operand<TFloat32> standardized);

  /** Gives a value the path under which it can be looked at, and returns it. */
  Operand<TFloat32> layer(String path, Operand<TFloat32> value);
}
