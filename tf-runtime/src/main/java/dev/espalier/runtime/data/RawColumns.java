package dev.espalier.runtime.data;

import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ModelInfo.Needs;
import dev.espalier.runtime.model.RowWriter;
import java.util.Collection;
import java.util.List;

/**
 * Rows as the user gave them, in growing columns of primitives.
 *
 * <p>Write a row through the methods of {@link RowWriter}, then {@link #endRow()}.
 */
public final class RawColumns implements RowWriter {
  private final String name;
  private int rows;

  private RawColumns(String name) {
    this.name = name;
  }

  /** Empty columns for features, labels and row weights, for training and evaluation. */
  public static RawColumns labelled(String name, ExampleInfo info, List<Needs> needs) {
    return new RawColumns(name);
  }

  /** Empty columns for features alone, for prediction: labels and weights are ignored. */
  public static RawColumns unlabelled(String name, ExampleInfo info, List<Needs> needs) {
    return new RawColumns(name);
  }

  /** All rows of a data set, with their labels. */
  public static <E> RawColumns read(
      Dataset<E> data, ExampleCodec<E, ?, ?> codec, List<Needs> needs) {
    RawColumns columns = labelled(data.name(), codec.info(), needs);
    data.read(
        example -> {
          codec.encode(example, columns);
          columns.endRow();
        });
    return columns;
  }

  /** Closes a row; what was not written is missing. */
  public void endRow() {
    rows++;
  }

  /** How many rows are closed. */
  public int size() {
    return rows;
  }

  /** How messages call these rows. */
  public String name() {
    return name;
  }

  /** Forgets all rows and keeps the memory, for the next prediction. */
  public void clear() {
    rows = 0;
  }

  @Override
  public void number(int feature, float value) {}

  @Override
  public void numbers(int feature, float[] values) {}

  @Override
  public void constant(int feature, int ordinal) {}

  @Override
  public void id(int feature, long id) {}

  @Override
  public void text(int feature, String text) {}

  @Override
  public void constants(int feature, Collection<? extends Enum<?>> constants) {}

  @Override
  public void ids(int feature, int[] ids) {}

  @Override
  public void ids(int feature, long[] ids) {}

  @Override
  public void texts(int feature, String[] texts) {}

  @Override
  public void texts(int feature, Collection<String> texts) {}

  @Override
  public void label(int task, boolean value) {}

  @Override
  public void label(int task, int value) {}

  @Override
  public void label(int task, float value) {}

  @Override
  public void labels(int task, float[] values) {}

  @Override
  public void labels(int task, boolean[] values) {}

  @Override
  public void labels(int task, Collection<? extends Enum<?>> constants) {}

  @Override
  public void rowWeight(float weight) {}
}
