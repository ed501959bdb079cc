package dev.espalier.runtime.train;

import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The rows that a piece of work reads: files that they are kept in are freed when it ends. */
final class RowsInUse {
  private final List<Runnable> frees = new ArrayList<>();

  /** Does some work, inside other work or not, and frees what rows it read. */
  <R> R during(Supplier<R> work) {
    int before = frees.size();
    try {
      return work.get();
    } finally {
      while (frees.size() > before) {
        frees.remove(frees.size() - 1).run();
      }
    }
  }

  /** Rows that the present work has read. */
  RawColumns add(RawColumns raw) {
    frees.add(raw::close);
    return raw;
  }

  /** Rows that the present work needs as the network takes them, and no more as they were read. */
  EncodedRows encode(Preprocessing preprocessing, RawColumns raw) {
    EncodedRows rows = preprocessing.encode(raw);
    frees.add(rows::close);
    raw.close();
    return rows;
  }
}
