package dev.espalier.runtime.data.store;

/** Floats that don't change, in memory or in a file. */
public sealed interface Floats {

  /** How many there are. */
  long size();

  float get(long i);

  /** Copies some that stand side by side. */
  void copy(long from, float[] to, int at, int count);

  /** All of them, in an array of their own. */
  default float[] toArray() {
    float[] all = new float[Math.toIntExact(size())];
    copy(0, all, 0, all.length);
    return all;
  }

  /** An array, which is not copied. */
  static Floats of(float... values) {
    return new FloatsHeld(values);
  }

  /** In memory. */
  record FloatsHeld(float[] values) implements Floats {
    @Override
    public long size() {
      return values.length;
    }

    @Override
    public float get(long i) {
      return values[(int) i];
    }

    @Override
    public void copy(long from, float[] to, int at, int count) {
      System.arraycopy(values, (int) from, to, at, count);
    }
  }

  /** In a file. */
  record FloatsSpilled(SpillFile file, long size) implements Floats {
    @Override
    public float get(long i) {
      return file.getFloat(i);
    }

    @Override
    public void copy(long from, float[] to, int at, int count) {
      file.copy(from, to, at, count);
    }
  }
}
