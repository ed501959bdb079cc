package dev.espalier.runtime.train.rows;

import dev.espalier.runtime.data.batch.Batches;
import dev.espalier.runtime.data.batch.EncodedRows;
import dev.espalier.runtime.data.column.RawColumns;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ModelInfo.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The rows that a piece of work reads: files that they are kept in are freed when it ends. */
public final class RowsInUse<E> {
  private final ExampleCodec<E, ?, ?> codec;
  private final List<Needs> needs;
  private final Runnable check;
  private final List<Runnable> frees = new ArrayList<>();

  /**
   * None yet.
   *
   * @param needs what each task needs
   * @param check called before each example; what it throws ends the reading
   */
  public RowsInUse(ExampleCodec<E, ?, ?> codec, List<Needs> needs, Runnable check) {
    this.codec = codec;
    this.needs = needs;
    this.check = check;
  }

  /** Does some work, inside other work or not, and frees what rows it read. */
  public <R> R during(Supplier<R> work) {
    int before = frees.size();
    try {
      return work.get();
    } finally {
      while (frees.size() > before) {
        frees.remove(frees.size() - 1).run();
      }
    }
  }

  /** Reads rows for the present work. */
  public RawColumns read(Examples<E> data) {
    RawColumns raw = data.read(codec, needs, check);
    frees.add(raw::close);
    return raw;
  }

  /** Rows that the present work needs as the network takes them, and no more as they were read. */
  public EncodedRows encode(Preprocessing preprocessing, RawColumns raw) {
    EncodedRows rows = preprocessing.encode(raw);
    frees.add(rows::close);
    raw.close();
    return rows;
  }

  /**
   * Reads rows for the present work that a model is evaluated on.
   *
   * @throws dev.espalier.runtime.DataException when there is none
   */
  public EncodedRows readJudged(Examples<E> data, Preprocessing preprocessing) {
    EncodedRows rows = encode(preprocessing, read(data));
    Batches.requireRows(rows);
    return rows;
  }
}
