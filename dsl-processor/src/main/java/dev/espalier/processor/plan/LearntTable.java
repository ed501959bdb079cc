package dev.espalier.processor.plan;

import java.util.List;

/**
 * Something that a sharing scheme learns and that can be looked at.
 *
 * @param kind the factory of the runtime's {@code SharingInfo}: {@code gates}
 * @param name its name among the tables of a model
 * @param columns what a row has a number for, in words
 * @param rows where the numbers come from
 */
public record LearntTable(String kind, String name, List<String> columns, List<Row> rows) {

  /** Whether the numbers are weights; else they are those of values. */
  public boolean isOfWeights() {
    return kind.equals("stitches");
  }

  /**
   * Where numbers come from.
   *
   * @param name the row that they stand in: a task's
   * @param path of the value that has them
   * @param columns the columns that they stand in, in their order
   */
  public record Row(String name, String path, List<Integer> columns) {}
}
