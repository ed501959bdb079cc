package dev.espalier.runtime.data.column;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.batch.RowSet;
import dev.espalier.runtime.model.ExampleInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The data sets that rows come from, one after the other, and the tasks that each of them teaches.
 */
final class RowSets {
  private final ExampleInfo info;
  private final List<RowSet> closed = new ArrayList<>();
  private BitSet taught;

  /** Rows of one set, until others begin. */
  RowSets(ExampleInfo info, boolean labelled) {
    this.info = info;
    taught = new BitSet();
    taught.set(0, labelled ? info.tasks().size() : 0);
  }

  /** Whether labels of a task count in the rows that are written now. */
  boolean teaches(int task) {
    return taught.get(task);
  }

  void begin(BitSet tasks) {
    taught = tasks;
  }

  /**
   * Ends a set.
   *
   * @param from its first row
   * @param to the row after its last
   * @throws DataException when it has no row, or no label of what it teaches
   */
  void end(String source, int from, int to, RawLabels labels, AbsentFeatures absent) {
    if (to == from) {
      throw new DataException(source + ": found no row, expected at least one");
    }
    boolean any =
        taught.stream()
            .anyMatch(task -> IntStream.range(from, to).anyMatch(labels.of(task)::present));
    if (!any) {
      throw new DataException(
          "%s (%d rows) has no label of %s, which it is to teach. Expected at least one."
              .formatted(source, to - from, names()));
    }
    closed.add(new RowSet(source, from, to, taught, absent.neededBy(taught)));
  }

  private String names() {
    return taught.stream()
        .mapToObj(task -> "task `" + info.tasks().get(task).name() + "`")
        .collect(Collectors.joining(" or "));
  }

  /** All of them in their order; a single one where none has ended. */
  List<RowSet> all(String name, int rows, AbsentFeatures absent) {
    return closed.isEmpty()
        ? List.of(new RowSet(name, 0, rows, taught, absent.neededBy(taught)))
        : List.copyOf(closed);
  }
}
