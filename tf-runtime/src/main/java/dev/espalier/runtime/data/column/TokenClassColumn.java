package dev.espalier.runtime.data.column;

import dev.espalier.runtime.data.batch.EncodedBag;
import dev.espalier.runtime.data.batch.EncodedLabels;
import dev.espalier.runtime.data.batch.EncodedTokenClasses;
import dev.espalier.runtime.data.statistics.LabelStatistics;
import dev.espalier.runtime.data.store.BagColumn;
import dev.espalier.runtime.data.store.Floats;
import dev.espalier.runtime.data.store.IntColumn;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo.Kind;

/** Labels that are a class for each token of a sequence. */
final class TokenClassColumn implements LabelColumn {
  private final Kind.TokenClasses kind;
  private final String what;
  private final RowPlace place;
  private final BagColumn column;
  private final IntColumn lengths;

  TokenClassColumn(Kind.TokenClasses kind, String what, RowPlace place, Storage storage) {
    this.column = new BagColumn(storage);
    this.lengths = new IntColumn(storage);
    this.kind = kind;
    this.what = what;
    this.place = place;
  }

  @Override
  public void open(int row) {
    column.open(row);
    lengths.open(row);
  }

  @Override
  public void set(int[] classes) {
    column.begin(place.row());
    for (int value : classes) {
      add(value);
    }
    end(classes.length);
  }

  @Override
  public void set(byte[] classes) {
    column.begin(place.row());
    for (byte value : classes) {
      add(value & 0xFF);
    }
    end(classes.length);
  }

  @Override
  public void set(Enum<?>[] constants) {
    column.begin(place.row());
    for (Enum<?> constant : constants) {
      add(constant == null ? IntColumn.MISSING : constant.ordinal());
    }
    end(constants.length);
  }

  /** A negative class is missing. */
  private void add(int value) {
    if (value >= kind.classes().size()) {
      throw place.refuse(
          what, "class " + value, "classes from 0 to " + (kind.classes().size() - 1));
    }
    column.add(Math.max(value, IntColumn.MISSING));
  }

  private void end(int length) {
    column.end(place.row());
    lengths.set(place.row(), length);
  }

  /** How many tokens a row's label is for; -1 where there is no label. */
  int length(int row) {
    return lengths.get(row);
  }

  Kind.TokenClasses kind() {
    return kind;
  }

  /** Refuses a label for another number of tokens than there are. */
  void requireLength(int tokens) {
    int length = lengths.get(place.row());
    if (length != IntColumn.MISSING && length != tokens) {
      throw place.refuse(
          what,
          length + " classes",
          "one for each of the %d tokens of feature \"%s\"".formatted(tokens, kind.along()));
    }
  }

  @Override
  public boolean present(int row) {
    if (lengths.get(row) == IntColumn.MISSING) {
      return false;
    }
    for (int i = column.start(row); i < column.start(row + 1); i++) {
      if (column.code(i) != IntColumn.MISSING) {
        return true;
      }
    }
    return false;
  }

  @Override
  public LabelStatistics statistics(int rows) {
    int[] counts = new int[kind.classes().size()];
    column.count(rows, counts);
    return LabelStatistics.ofClasses(counts);
  }

  @Override
  public EncodedLabels encode(
      LabelStatistics statistics, int rows, RawLabels raw, Storage storage) {
    EncodedBag classes = EncodedBag.of(column, rows, storage, code -> code);
    Floats weights =
        storage.floats(
            rows,
            1,
            (from, to, out) -> {
              for (int row = from; row < to; row++) {
                out[row - from] = raw.rowWeight(row);
              }
            });
    return new EncodedTokenClasses(kind.length(), classes, weights, count(rows));
  }
}
