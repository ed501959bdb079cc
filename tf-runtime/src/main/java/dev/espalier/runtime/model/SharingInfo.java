package dev.espalier.runtime.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of what a sharing scheme learns: where the numbers come from.
 *
 * @param source what the paths of the rows are
 * @param name its name among the tables of a model
 * @param columns what a row has a number for, in words
 * @param rows in their order; several of one name fill one row
 */
public record SharingInfo(Source source, String name, List<String> columns, List<Row> rows) {

  /** What the numbers of a table are. */
  public enum Source {
    /** The elements of a value, each its mean over rows. */
    ELEMENT_MEANS,
    /** The mean of all of a value. */
    WHOLE_MEANS,
    /** The parameters {@code path.own} and then {@code path.others}. */
    PARAMETERS
  }

  /**
   * Where some numbers of a row come from.
   *
   * @param name the row's name: a task
   * @param path of the value, or of the parameters
   * @param columns those that the numbers stand in, in their order
   */
  public record Row(String name, String path, List<Integer> columns) {}

  /** How much gates let through of each expert. */
  public static SharingInfo gates(String name, List<String> columns) {
    return new SharingInfo(Source.ELEMENT_MEANS, name, columns, List.of());
  }

  /** How much trunks take of each other after a layer. */
  public static SharingInfo stitches(String name, List<String> columns) {
    return new SharingInfo(Source.PARAMETERS, name, columns, List.of());
  }

  /** How much masks let through of each layer. */
  public static SharingInfo attention(String name, List<String> columns) {
    return new SharingInfo(Source.WHOLE_MEANS, name, columns, List.of());
  }

  /** The same with numbers in a row. */
  public SharingInfo row(String rowName, String path, int... inColumns) {
    List<Row> more = new ArrayList<>(rows);
    more.add(new Row(rowName, path, Arrays.stream(inColumns).boxed().toList()));
    return new SharingInfo(source, name, columns, List.copyOf(more));
  }
}
