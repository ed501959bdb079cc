package dev.espalier.runtime.data.encode;

import dev.espalier.dsl.Unknown;
import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.batch.EncodedBag;
import dev.espalier.runtime.data.batch.EncodedLabels;
import dev.espalier.runtime.data.batch.EncodedPictures;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.batch.EncodedSequences;
import dev.espalier.runtime.data.batch.EncodedSounds;
import dev.espalier.runtime.data.batch.FeatureLayout;
import dev.espalier.runtime.data.batch.TensorColumn;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.statistics.CategoryCodes;
import dev.espalier.runtime.data.statistics.Vocabulary;
import dev.espalier.runtime.data.store.BagColumn;
import dev.espalier.runtime.data.store.IntColumn;
import dev.espalier.runtime.data.store.Storage;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.ExampleInfo.Encoding;
import dev.espalier.runtime.model.ExampleInfo.Rows;
import dev.espalier.runtime.model.ExampleInfo.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns raw rows to encoded ones, column by column. */
final class Encoder {
  private final Preprocessing learnt;
  private final ExampleInfo info;
  private final FeatureLayout layout;
  private final RawColumns raw;
  private final Map<String, TableRows> tables = new HashMap<>();

  Encoder(Preprocessing learnt, RawColumns raw) {
    this.learnt = learnt;
    this.info = learnt.info();
    this.layout = learnt.layout();
    this.raw = raw;
    if (!raw.info().hash().equals(info.hash())) {
      throw new IllegalArgumentException(
          "rows of " + raw.info().name() + " for a preprocessing of another " + info.name());
    }
    for (Table table : info.tables()) {
      tables.put(table.name(), tableRows(table));
    }
  }

  /**
   * Where codes lead. These rows have a dictionary of their own, so a learnt table needs a row for
   * each of its codes.
   *
   * @param ofCode the row of each code; empty where that is the code plus 1
   */
  private record TableRows(int[] ofCode, Table table) {
    int row(int code) {
      return code == IntColumn.MISSING ? 0 : ofCode.length == 0 ? code + 1 : ofCode[code];
    }

    boolean refuses(int row) {
      return row == 0 && table.unknown() == Unknown.REFUSED;
    }
  }

  private TableRows tableRows(Table table) {
    if (!(table.rows() instanceof Rows.Learnt)) {
      return new TableRows(new int[0], table);
    }
    Vocabulary vocabulary = learnt.vocabulary(table.name());
    return new TableRows(
        dictionary(table).values().stream().mapToInt(vocabulary::row).toArray(), table);
  }

  private CategoryCodes.Dictionary dictionary(Table table) {
    return (CategoryCodes.Dictionary) raw.features().codes(table.name());
  }

  EncodedRows encode() {
    int rows = raw.size();
    Storage storage = raw.storage();
    EncodedBag[] bags = new EncodedBag[layout.bagCount()];
    List<TensorColumn> tensors = new ArrayList<>();
    for (int f = 0; f < info.features().size(); f++) {
      Encoding encoding = info.features().get(f).encoding();
      if (encoding instanceof Encoding.Bag bag) {
        bags[layout.bagIndex(f)] = bag(f, tables.get(bag.table()));
      } else if (!(encoding instanceof Encoding.Number || encoding instanceof Encoding.Category)) {
        tensors.add(tensor(f, encoding));
      }
    }
    int tasks = info.tasks().size();
    BitSet[] unavailable = new BitSet[tasks];
    EncodedLabels[] labels = new EncodedLabels[raw.hasLabels() ? tasks : 0];
    for (int t = 0; t < tasks; t++) {
      unavailable[t] = raw.unavailable(t);
      if (raw.hasLabels()) {
        labels[t] = raw.labels().of(t).encode(learnt.labels(t), rows, raw.labels(), storage);
      }
    }
    return new EncodedRows(
        raw.name(),
        rows,
        raw.sets(),
        info,
        layout,
        storage.floats(rows, layout.numberWidth(), this::numbers),
        storage.ints(rows, layout.categoryCount(), this::categories),
        List.of(bags),
        tensors,
        raw.absent(),
        List.of(unavailable),
        List.of(labels),
        storage.handOver());
  }

  private void numbers(int from, int to, float[] out) {
    for (int f = 0; f < info.features().size(); f++) {
      if (info.features().get(f).encoding() instanceof Encoding.Number number) {
        learnt
            .numbers(info.features().get(f).name())
            .write(
                number,
                raw.features().numbers(f),
                from,
                to,
                out,
                layout.numberWidth(),
                layout.numberOffset(f));
      }
    }
  }

  private void categories(int from, int to, int[] out) {
    for (int f = 0; f < info.features().size(); f++) {
      if (info.features().get(f).encoding() instanceof Encoding.Category category) {
        encode(f, tables.get(category.table()), from, to, out);
      }
    }
  }

  private TensorColumn tensor(int feature, Encoding encoding) {
    if (encoding instanceof Encoding.Sequence sequence) {
      return new EncodedSequences(bag(feature, tables.get(sequence.table())), sequence.length());
    }
    return encoding instanceof Encoding.Picture picture
        ? new EncodedPictures(feature, picture, raw.features().pictures(feature))
        : new EncodedSounds(
            feature, ((Encoding.Sound) encoding).samples(), raw.features().sounds(feature));
  }

  private void encode(int feature, TableRows table, int from, int to, int[] out) {
    IntColumn column = raw.features().category(feature);
    int width = layout.categoryCount();
    for (int row = from, at = layout.categoryColumn(feature); row < to; row++, at += width) {
      int code = column.get(row);
      out[at] = table.row(code);
      if (table.refuses(out[at])) {
        check(feature, table, row, code);
      }
    }
  }

  private EncodedBag bag(int feature, TableRows table) {
    BagColumn column = raw.features().bag(feature);
    if (table.table().unknown() == Unknown.REFUSED) {
      for (int row = 0; row < raw.size(); row++) {
        for (int i = column.start(row); i < column.start(row + 1); i++) {
          if (table.refuses(table.row(column.code(i)))) {
            check(feature, table, row, column.code(i));
          }
        }
      }
    }
    return EncodedBag.of(column, raw.size(), raw.storage(), table::row);
  }

  /** A missing value is not an unknown one. */
  private void check(int feature, TableRows table, int row, int code) {
    if (code == IntColumn.MISSING) {
      return;
    }
    throw new DataException(
        "%s, feature \"%s\": found \"%s\", expected one of the %d values that were learnt from the training set"
            .formatted(
                raw.at(row),
                info.features().get(feature).name(),
                dictionary(table.table()).values().get(code),
                learnt.vocabulary(table.table().name()).size()));
  }
}
