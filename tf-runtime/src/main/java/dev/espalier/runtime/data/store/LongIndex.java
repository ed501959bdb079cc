package dev.espalier.runtime.data.store;

import java.util.Arrays;

/** Numbers long values from 0 in the order they come; open addressing, without boxing. */
public final class LongIndex {
  private static final int FREE = -1;
  private static final int FIRST = 64;

  private long[] keys = new long[FIRST];
  private int[] indices = free(FIRST);
  private int size;

  private static int[] free(int length) {
    int[] indices = new int[length];
    Arrays.fill(indices, FREE);
    return indices;
  }

  /** The index of a value; {@code next} is its index if it is new. */
  public int indexOf(long key, int next) {
    int slot = slot(key);
    if (indices[slot] != FREE) {
      return indices[slot];
    }
    keys[slot] = key;
    indices[slot] = next;
    if (2 * ++size > keys.length) {
      grow();
    }
    return next;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) LongHash.of(key) & mask;
    while (indices[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldIndices = indices;
    keys = new long[2 * oldKeys.length];
    indices = free(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldIndices[i] != FREE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        indices[slot] = oldIndices[i];
      }
    }
  }

  /** Forgets all keys. */
  public void clear() {
    Arrays.fill(indices, FREE);
    size = 0;
  }
}
