package dev.espalier.runtime.data.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.Arrays;

/**
 * Values one after the other in a file: appended through a buffer, read through a mapping.
 *
 * <p>It is written before it is mapped, so that a full disk is an exception and not a fault.
 * Appending is for one thread at a time; what was appended may then be read by any.
 */
final class SpillFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** A mapping is of a gigabyte at most, of values of four bytes. */
  private static final int SHIFT = 28;

  private static final int SEGMENT = 1 << SHIFT;
  private static final int MASK = SEGMENT - 1;
  private static final int WIDTH = 4;

  private final SpillFolder folder;
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());
  private long bytes;
  private volatile long mapped;
  private ByteBuffer[] segments = new ByteBuffer[0];
  private FloatBuffer[] floats = new FloatBuffer[0];
  private IntBuffer[] ints = new IntBuffer[0];

  SpillFile(SpillFolder folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** How many bytes were appended. */
  long bytes() {
    return bytes;
  }

  void append(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      room(WIDTH);
      buffer.putFloat(values[i]);
    }
    bytes += (long) WIDTH * count;
  }

  void append(int[] values, int count) {
    for (int i = 0; i < count; i++) {
      room(WIDTH);
      buffer.putInt(values[i]);
    }
    bytes += (long) WIDTH * count;
  }

  void append(byte[] values) {
    for (int from = 0; from < values.length; ) {
      room(1);
      int count = Math.min(buffer.remaining(), values.length - from);
      buffer.put(values, from, count);
      from += count;
    }
    bytes += values.length;
  }

  private void room(int wanted) {
    if (buffer.remaining() < wanted) {
      flush();
    }
  }

  private void flush() {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw folder.full(e);
    }
    buffer.clear();
  }

  /** The float at a place, counted in floats. */
  float getFloat(long i) {
    map((i + 1) * WIDTH);
    return floats[(int) (i >>> SHIFT)].get((int) i & MASK);
  }

  /** The int at a place, counted in ints. */
  int getInt(long i) {
    map((i + 1) * WIDTH);
    return ints[(int) (i >>> SHIFT)].get((int) i & MASK);
  }

  void copy(long from, float[] to, int at, int count) {
    map((from + count) * WIDTH);
    for (int done = 0; done < count; ) {
      int inside = (int) (from + done) & MASK;
      int some = Math.min(count - done, SEGMENT - inside);
      floats[(int) ((from + done) >>> SHIFT)].get(inside, to, at + done, some);
      done += some;
    }
  }

  void copy(long from, int[] to, int at, int count) {
    map((from + count) * WIDTH);
    for (int done = 0; done < count; ) {
      int inside = (int) (from + done) & MASK;
      int some = Math.min(count - done, SEGMENT - inside);
      ints[(int) ((from + done) >>> SHIFT)].get(inside, to, at + done, some);
      done += some;
    }
  }

  /** Bytes from a place, counted in bytes. */
  void copy(long from, byte[] to) {
    map(from + to.length);
    long size = (long) SEGMENT * WIDTH;
    for (int done = 0; done < to.length; ) {
      int inside = (int) ((from + done) % size);
      int some = (int) Math.min(to.length - done, size - inside);
      segments[(int) ((from + done) / size)].get(inside, to, done, some);
      done += some;
    }
  }

  private void map(long until) {
    if (until > mapped) {
      mapAll();
    }
  }

  /** Maps what was appended since the last time, and the segment that it began in anew. */
  private synchronized void mapAll() {
    flush();
    long size = (long) SEGMENT * WIDTH;
    int count = (int) ((bytes + size - 1) / size);
    ByteBuffer[] all = Arrays.copyOf(segments, count);
    FloatBuffer[] asFloats = Arrays.copyOf(floats, count);
    IntBuffer[] asInts = Arrays.copyOf(ints, count);
    try {
      for (int s = (int) (mapped / size); s < count; s++) {
        long length = Math.min(size, bytes - s * size);
        all[s] = channel.map(MapMode.READ_ONLY, s * size, length).order(ByteOrder.nativeOrder());
        asFloats[s] = all[s].asFloatBuffer();
        asInts[s] = all[s].asIntBuffer();
      }
    } catch (IOException e) {
      throw folder.full(e);
    }
    segments = all;
    floats = asFloats;
    ints = asInts;
    mapped = bytes;
  }

  /** Gives the room on the disk back at once, and the mapping when it is collected. */
  @Override
  public void close() {
    segments = new ByteBuffer[0];
    floats = new FloatBuffer[0];
    ints = new IntBuffer[0];
    mapped = 0;
    try (FileChannel closing = channel) {
      if (closing.isOpen()) {
        closing.truncate(0);
      }
    } catch (IOException e) {
      // Windows doesn't cut what is mapped; the file goes with the JVM then.
      return;
    }
  }
}
