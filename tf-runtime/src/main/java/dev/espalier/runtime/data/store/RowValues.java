package dev.espalier.runtime.data.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An array in every row, kept as it was given: pixels, samples; null where there is none. Threads
 * that decode may set rows while further ones are opened.
 *
 * @param <A> the type of the arrays
 */
public abstract class RowValues<A> {

  /** Arrays of bytes. */
  public static RowValues<byte[]> ofBytes(Storage storage) {
    Optional<SpillFile> file = storage.kept();
    return file.isPresent() ? new BytesInFile(file.get()) : new InMemory<>();
  }

  /** Arrays of floats. */
  public static RowValues<float[]> ofFloats(Storage storage) {
    Optional<SpillFile> file = storage.kept();
    return file.isPresent() ? new FloatsInFile(file.get()) : new InMemory<>();
  }

  /** Makes room for a row, whose array is missing. */
  public abstract void open(int row);

  /** Gives a row its array, which is not to be changed afterwards. */
  public abstract void set(int row, A values);

  /** The array of a row, not to be changed. */
  public abstract A get(int row);

  private static final class InMemory<A> extends RowValues<A> {
    private final List<A> rows = new ArrayList<>();

    @Override
    public synchronized void open(int row) {
      if (row < rows.size()) {
        rows.set(row, null);
      } else {
        rows.add(null);
      }
    }

    @Override
    public synchronized void set(int row, A values) {
      rows.set(row, values);
    }

    @Override
    public A get(int row) {
      return rows.get(row);
    }
  }

  /** Arrays in a file, in the order in which they were set; where each stands is kept in memory. */
  private abstract static class InFile<A> extends RowValues<A> {
    private static final int NONE = -1;

    private long[] starts = new long[16];
    private int[] lengths = new int[16];

    @Override
    public synchronized void open(int row) {
      if (row >= lengths.length) {
        int longer = Growth.length(lengths.length, row + 1L);
        starts = Arrays.copyOf(starts, longer);
        lengths = Arrays.copyOf(lengths, longer);
      }
      lengths[row] = NONE;
    }

    @Override
    public synchronized void set(int row, A values) {
      starts[row] = bytes();
      lengths[row] = append(values);
    }

    @Override
    public A get(int row) {
      return lengths[row] == NONE ? null : read(starts[row], lengths[row]);
    }

    abstract long bytes();

    /** Appends an array; its length. */
    abstract int append(A values);

    abstract A read(long start, int length);
  }

  private static final class BytesInFile extends InFile<byte[]> {
    private final SpillFile file;

    BytesInFile(SpillFile file) {
      this.file = file;
    }

    @Override
    long bytes() {
      return file.bytes();
    }

    @Override
    int append(byte[] values) {
      file.append(values);
      return values.length;
    }

    @Override
    byte[] read(long start, int length) {
      byte[] values = new byte[length];
      file.copy(start, values);
      return values;
    }
  }

  private static final class FloatsInFile extends InFile<float[]> {
    private final SpillFile file;

    FloatsInFile(SpillFile file) {
      this.file = file;
    }

    @Override
    long bytes() {
      return file.bytes();
    }

    @Override
    int append(float[] values) {
      file.append(values, values.length);
      return values.length;
    }

    @Override
    float[] read(long start, int length) {
      float[] values = new float[length];
      file.copy(start / Float.BYTES, values, 0, length);
      return values;
    }
  }
}
