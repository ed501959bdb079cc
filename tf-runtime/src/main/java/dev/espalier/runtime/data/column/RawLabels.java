package dev.espalier.runtime.data.column;

import dev.espalier.runtime.data.store.FloatColumn;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo;
import java.util.List;
import java.util.stream.IntStream;

/** The labels and row weights of raw rows. */
public final class RawLabels {
  private final ExampleInfo info;
  private final RowPlace place;
  private final List<LabelColumn> columns;
  private final FloatColumn rowWeights;

  RawLabels(ExampleInfo info, RowPlace place, Storage storage) {
    this.info = info;
    this.rowWeights = new FloatColumn(1, storage);
    this.place = place;
    this.columns =
        IntStream.range(0, info.tasks().size())
            .mapToObj(task -> LabelColumn.of(info, task, place, storage))
            .toList();
  }

  void open() {
    rowWeights.open(place.row());
    columns.forEach(column -> column.open(place.row()));
  }

  /** The labels of a task. */
  public LabelColumn of(int task) {
    return columns.get(task);
  }

  float rowWeight(int row) {
    float weight = rowWeights.get(row, 0);
    return Float.isNaN(weight) ? 1 : weight;
  }

  void weight(float weight) {
    // NaN would read as a weight that was not written.
    if (!(weight >= 0) || Float.isInfinite(weight)) {
      throw place.refuse("row weight", String.valueOf(weight), "a finite number of at least 0");
    }
    rowWeights.set(place.row(), 0, weight);
  }

  /** Refuses labels for other positions than there are. */
  void close(RawFeatures features) {
    for (LabelColumn column : columns) {
      if (column instanceof TokenClassColumn tokens) {
        tokens.requireLength(features.tokens(tokens.kind().along()));
      }
    }
  }

  String what(int task) {
    return "task \"" + info.tasks().get(task).name() + '"';
  }
}
