package dev.espalier.runtime.data.column;

import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ModelInfo.Needs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Which features rows lack as a whole, and which tasks that concerns. */
final class AbsentFeatures {
  private final ExampleInfo info;
  private final List<BitSet> needs = new ArrayList<>();
  private final int[][] needed;
  private final boolean[] optional;
  private final boolean[] now;
  private final BitSet[] rows;

  AbsentFeatures(ExampleInfo info, List<Needs> needs) {
    this.info = info;
    int count = info.features().size();
    optional = new boolean[count];
    now = new boolean[count];
    rows = new BitSet[count];
    for (int f = 0; f < count; f++) {
      Encoding encoding = info.features().get(f).encoding();
      if (encoding instanceof Encoding.Number number) {
        optional[f] = number.length() > 1;
        rows[f] = new BitSet();
      } else if (!(encoding instanceof Encoding.Category || encoding instanceof Encoding.Bag)) {
        optional[f] = true;
        rows[f] = new BitSet();
      }
    }
    needed = new int[needs.size()][];
    for (int t = 0; t < needed.length; t++) {
      BitSet features = new BitSet();
      collect(t, needs, features, new BitSet());
      this.needs.add(features);
      needed[t] = features.stream().filter(f -> rows[f] != null).toArray();
    }
  }

  /** A task needs what the tasks need whose predictions it takes. */
  private static void collect(int task, List<Needs> needs, BitSet features, BitSet seen) {
    if (seen.get(task)) {
      return;
    }
    seen.set(task);
    for (int feature : needs.get(task).features()) {
      features.set(feature);
    }
    for (int other : needs.get(task).tasks()) {
      collect(other, needs, features, seen);
    }
  }

  /** The features that some tasks need. */
  BitSet neededBy(BitSet tasks) {
    BitSet features = new BitSet();
    tasks.stream().forEach(task -> features.or(needs.get(task)));
    return features;
  }

  void open() {
    System.arraycopy(optional, 0, now, 0, now.length);
  }

  void set(int feature, boolean absent) {
    now[feature] = absent && rows[feature] != null;
  }

  /** Refuses a label that nothing could predict. */
  void check(RawLabels labels, RowPlace place) {
    for (int t = 0; t < needed.length; t++) {
      for (int feature : needed[t]) {
        if (now[feature] && labels.of(t).present(place.row())) {
          throw place.refuse(
              labels.what(t),
              "a label",
              "none: the task needs feature \"%s\", which is absent in this row"
                  .formatted(info.features().get(feature).name()));
        }
      }
    }
  }

  void close(int row) {
    for (int f = 0; f < now.length; f++) {
      if (now[f]) {
        rows[f].set(row);
      }
    }
  }

  void clear() {
    for (BitSet absent : rows) {
      if (absent != null) {
        absent.clear();
      }
    }
  }

  /** Copies, for columns are cleared; of a feature that is always there none. */
  List<BitSet> byFeature() {
    return Arrays.stream(rows)
        .map(each -> each == null ? new BitSet() : (BitSet) each.clone())
        .toList();
  }

  BitSet unavailable(int task) {
    BitSet unavailable = new BitSet();
    for (int feature : needed[task]) {
      unavailable.or(rows[feature]);
    }
    return unavailable;
  }
}
