package dev.espalier.runtime.file;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * NumPy's file format for one array, version 1.0, for little-endian 32-bit floats in row-major
 * order.
 *
 * <p>Source: NEP 1 of NumPy.
 */
final class NpyFormat {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final int CHUNK = 1 << 14;
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\} *\n");

  private NpyFormat() {}

  /** Writes an array. */
  static void write(SavedArray array, OutputStream out) throws IOException {
    out.write(header(array.shape()));
    float[] values = array.values();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
      chunk.asFloatBuffer().put(values, from, count);
      out.write(chunk.array(), 0, count * Float.BYTES);
    }
  }

  /** How many bytes {@link #write} writes. */
  static long size(SavedArray array) {
    return header(array.shape()).length + (long) array.values().length * Float.BYTES;
  }

  private static byte[] header(List<Integer> shape) {
    String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String tuple = shape.size() == 1 ? sizes + "," : sizes;
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + tuple + "), }";
    int bare = MAGIC.length + Short.BYTES + text.length() + 1;
    int padding = Math.floorMod(-bare, ALIGNMENT);
    String padded = text + " ".repeat(padding) + "\n";
    return ByteBuffer.allocate(bare + padding)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.ISO_8859_1))
        .array();
  }

  /** Reads an array; an {@link IOException} says what is wrong with it. */
  static SavedArray read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    byte[] magic = data.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IOException("it is no array in NumPy's format 1.0");
    }
    int length = Short.toUnsignedInt(Short.reverseBytes(data.readShort()));
    String header = new String(data.readNBytes(length), StandardCharsets.ISO_8859_1);
    Matcher matcher = SHAPE.matcher(header);
    if (!matcher.matches()) {
      throw new IOException("its header says `" + header.strip() + "`, expected 32-bit floats");
    }
    List<Integer> shape =
        Stream.of(matcher.group(1).split(","))
            .map(String::strip)
            .filter(size -> !size.isEmpty())
            .map(Integer::valueOf)
            .toList();
    return new SavedArray(shape, floats(data, shape));
  }

  private static float[] floats(DataInputStream in, List<Integer> shape) throws IOException {
    float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
      byte[] bytes = in.readNBytes(count * Float.BYTES);
      if (bytes.length < count * Float.BYTES) {
        throw new EOFException("it ends before its last number");
      }
      ByteBuffer.wrap(bytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values, from, count);
    }
    if (in.read() >= 0) {
      throw new IOException("it goes on after its last number");
    }
    return values;
  }
}
