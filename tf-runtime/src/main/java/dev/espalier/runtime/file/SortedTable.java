package dev.espalier.runtime.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a sorted table of LevelDB's format, uncompressed, as TensorFlow writes the index of a
 * checkpoint: blocks of entries, a block that says where they are, and a footer that says where
 * that one is.
 *
 * <p>Source: {@code doc/table_format.md} of LevelDB.
 */
final class SortedTable {
  private static final int FOOTER = 48;
  private static final long MAGIC = 0xdb4775248b80fb57L;
  private static final int TRAILER = 5;

  private final byte[] bytes;

  private SortedTable(byte[] bytes) {
    this.bytes = bytes;
  }

  /** All entries, in their order. */
  static Map<String, byte[]> read(Path file) throws IOException {
    SortedTable table = new SortedTable(Files.readAllBytes(file));
    try {
      return table.entries();
    } catch (RuntimeException e) {
      throw new IOException("its index is damaged", e);
    }
  }

  private Map<String, byte[]> entries() throws IOException {
    if (bytes.length < FOOTER || buffer(bytes.length - 8, 8).getLong() != MAGIC) {
      throw new IOException("its index is no table of TensorFlow's");
    }
    ByteBuffer footer = buffer(bytes.length - FOOTER, FOOTER);
    variable(footer);
    variable(footer);
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (byte[] place : block(footer).values()) {
      all.putAll(block(ByteBuffer.wrap(place)));
    }
    return all;
  }

  private ByteBuffer buffer(int from, int length) {
    return ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The entries of the block whose place comes next in a buffer. */
  private Map<String, byte[]> block(ByteBuffer place) throws IOException {
    int from = Math.toIntExact(variable(place));
    int length = Math.toIntExact(variable(place));
    byte[] checked = Arrays.copyOfRange(bytes, from, from + length + 1);
    if (checked[length] != 0) {
      throw new IOException("its index is compressed, which is not read here");
    }
    if (!Checksums.fits(checked, buffer(from + length + 1, TRAILER - 1).getInt())) {
      throw new IOException("its index is damaged: a checksum does not fit");
    }
    int restarts = buffer(from + length - Integer.BYTES, Integer.BYTES).getInt();
    ByteBuffer entries = buffer(from, length - Integer.BYTES * (restarts + 1));
    Map<String, byte[]> found = new LinkedHashMap<>();
    byte[] key = new byte[0];
    while (entries.hasRemaining()) {
      int shared = Math.toIntExact(variable(entries));
      int own = Math.toIntExact(variable(entries));
      byte[] value = new byte[Math.toIntExact(variable(entries))];
      key = Arrays.copyOf(key, shared + own);
      entries.get(key, shared, own);
      entries.get(value);
      found.put(new String(key, StandardCharsets.UTF_8), value);
    }
    return found;
  }

  /** A number in seven bits a byte, the lowest first. */
  private static long variable(ByteBuffer from) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = from.get();
      value |= (next & 0x7FL) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }
}
