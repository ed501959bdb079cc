package dev.espalier.runtime.data.store;

/** Ints that don't change, in memory or in a file. */
public sealed interface Ints {

  /** How many there are. */
  long size();

  int get(long i);

  /** Copies some that stand side by side. */
  void copy(long from, int[] to, int at, int count);

  /** All of them, in an array of their own. */
  default int[] toArray() {
    int[] all = new int[Math.toIntExact(size())];
    copy(0, all, 0, all.length);
    return all;
  }

  /** An array, which is not copied. */
  static Ints of(int... values) {
    return new IntsHeld(values);
  }

  /** In memory. */
  record IntsHeld(int[] values) implements Ints {
    @Override
    public long size() {
      return values.length;
    }

    @Override
    public int get(long i) {
      return values[(int) i];
    }

    @Override
    public void copy(long from, int[] to, int at, int count) {
      System.arraycopy(values, (int) from, to, at, count);
    }
  }

  /** In a file. */
  record IntsSpilled(SpillFile file, long size) implements Ints {
    @Override
    public int get(long i) {
      return file.getInt(i);
    }

    @Override
    public void copy(long from, int[] to, int at, int count) {
      file.copy(from, to, at, count);
    }
  }
}
