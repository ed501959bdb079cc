package dev.espalier.runtime.data.store;

import dev.espalier.runtime.data.Streaming;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where columns are kept: in memory, or in files. Those of raw rows are scratch, gone when rows are
 * encoded; encoded ones are kept, and so is what is encoded batch by batch, such as pictures.
 */
public final class Storage implements AutoCloseable {
  private static final int WINDOW = 1 << 14;

  private final Optional<Files> files;
  private final int mostValues;
  private final int window;
  private boolean encoded;

  private record Files(SpillFolder scratch, SpillFolder kept) {}

  /** Fills an array with the rows of a block, row after row. */
  @FunctionalInterface
  public interface FloatBlock {
    void fill(int from, int to, float[] out);
  }

  /** Fills an array with the rows of a block, row after row. */
  @FunctionalInterface
  public interface IntBlock {
    void fill(int from, int to, int[] out);
  }

  private Storage(Optional<Files> files, int mostValues, int window) {
    this.files = files;
    this.mostValues = mostValues;
    this.window = window;
  }

  /** Columns in memory. */
  public static Storage inMemory() {
    return new Storage(Optional.empty(), Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** Columns in files if data is streamed, else in memory. */
  public static Storage of(Optional<Streaming> streaming) {
    return streaming.map(how -> inFiles(how, WINDOW)).orElseGet(Storage::inMemory);
  }

  /**
   * Columns in files.
   *
   * @param window values of a column that stay in memory until they are written
   */
  public static Storage inFiles(Streaming how, int window) {
    Path folder = how.folder().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    return new Storage(
        Optional.of(new Files(new SpillFolder(folder), new SpillFolder(folder))),
        how.mostValues(),
        window);
  }

  /** Whether columns are in files, and not in memory. */
  public boolean inFiles() {
    return files.isPresent();
  }

  /** Different values that a vocabulary may see. */
  public int mostValues() {
    return mostValues;
  }

  /** A file for a raw column, if it is to have one. */
  Optional<SpillFile> scratch() {
    return files.map(each -> each.scratch().file());
  }

  /** A file for what stays, if it is to have one. */
  Optional<SpillFile> kept() {
    return files.map(each -> each.kept().file());
  }

  /** Rows of a raw column that stay in memory until they are written; all where nothing is. */
  int window(int width) {
    return files.isEmpty() ? Integer.MAX_VALUE : Math.max(1, window / width);
  }

  /** A matrix, made block after block. */
  public Floats floats(int rows, int width, FloatBlock block) {
    if (files.isEmpty()) {
      float[] all = new float[Growth.exact(rows, width)];
      block.fill(0, rows, all);
      return Floats.of(all);
    }
    SpillFile file = files.get().kept().file();
    int step = window(Math.max(1, width));
    float[] some = new float[step * width];
    for (int from = 0; from < rows; from += step) {
      int to = (int) Math.min(rows, (long) from + step);
      block.fill(from, to, some);
      file.append(some, (to - from) * width);
    }
    return new Floats.FloatsSpilled(file, (long) rows * width);
  }

  /** A matrix, made block after block. */
  public Ints ints(int rows, int width, IntBlock block) {
    if (files.isEmpty()) {
      int[] all = new int[Growth.exact(rows, width)];
      block.fill(0, rows, all);
      return Ints.of(all);
    }
    SpillFile file = files.get().kept().file();
    int step = window(Math.max(1, width));
    int[] some = new int[step * width];
    for (int from = 0; from < rows; from += step) {
      int to = (int) Math.min(rows, (long) from + step);
      block.fill(from, to, some);
      file.append(some, (to - from) * width);
    }
    return new Ints.IntsSpilled(file, (long) rows * width);
  }

  /** Says that what is kept belongs to encoded rows now. */
  public Storage handOver() {
    encoded = true;
    return this;
  }

  /** Frees raw columns, and all else if there are no encoded rows that it belongs to. */
  public void closeRaw() {
    files.ifPresent(each -> each.scratch().close());
    if (!encoded) {
      close();
    }
  }

  @Override
  public void close() {
    files.ifPresent(
        each -> {
          each.scratch().close();
          each.kept().close();
        });
  }
}
