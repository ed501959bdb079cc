package dev.espalier.runtime.file;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.BundleEntryProto;
import org.tensorflow.proto.BundleHeaderProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Reads the numbers of a checkpoint of TensorFlow, as also lies in a SavedModel: an index, which is
 * a sorted table of names, and files of data.
 *
 * <p>Source: {@code tensorflow/core/util/tensor_bundle} of TensorFlow. Tensors of 32 or 64 bit
 * floats in one piece are read; others are left out.
 */
public final class TensorBundle {
  private static final String SUFFIX = "/.ATTRIBUTES/VARIABLE_VALUE";

  private TensorBundle() {}

  /** Whether there is one whose files' paths begin with a prefix. */
  public static boolean isAt(Path prefix) {
    return Files.isRegularFile(index(prefix));
  }

  private static Path index(Path prefix) {
    return prefix.resolveSibling(prefix.getFileName() + ".index");
  }

  /**
   * The arrays of a checkpoint by name, sorted; names of TensorFlow 2's objects without their last
   * part.
   *
   * @param prefix of the paths of its files
   */
  public static Map<String, SavedArray> read(Path prefix) throws IOException {
    Map<String, byte[]> index = SortedTable.read(index(prefix));
    int shards = header(index).getNumShards();
    Map<String, SavedArray> arrays = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> entry : index.entrySet()) {
      if (!entry.getKey().isEmpty()) {
        BundleEntryProto described = BundleEntryProto.parseFrom(entry.getValue());
        if (isRead(described)) {
          Path file =
              prefix.resolveSibling(
                  "%s.data-%05d-of-%05d"
                      .formatted(prefix.getFileName(), described.getShardId(), shards));
          arrays.put(name(entry.getKey()), array(file, entry.getKey(), described));
        }
      }
    }
    return arrays;
  }

  private static BundleHeaderProto header(Map<String, byte[]> index)
      throws InvalidProtocolBufferException {
    return BundleHeaderProto.parseFrom(index.getOrDefault("", new byte[0]));
  }

  private static String name(String key) {
    return key.endsWith(SUFFIX) ? key.substring(0, key.length() - SUFFIX.length()) : key;
  }

  private static boolean isRead(BundleEntryProto entry) {
    return entry.getSlicesCount() == 0
        && (entry.getDtype() == DataType.DT_FLOAT || entry.getDtype() == DataType.DT_DOUBLE);
  }

  private static SavedArray array(Path file, String name, BundleEntryProto entry)
      throws IOException {
    List<Integer> shape =
        entry.getShape().getDimList().stream()
            .map(TensorShapeProto.Dim::getSize)
            .map(Math::toIntExact)
            .toList();
    int count = shape.stream().reduce(1, Math::multiplyExact);
    boolean narrow = entry.getDtype() == DataType.DT_FLOAT;
    long expected = (long) count * (narrow ? Float.BYTES : Double.BYTES);
    if (entry.getSize() != expected) {
      throw new IOException("its index gives " + name + " another size than its shape");
    }
    byte[] raw = bytes(file, entry);
    if (!Checksums.fits(raw, entry.getCrc32C())) {
      throw new IOException("it is damaged: the checksum of " + name + " does not fit");
    }
    ByteBuffer bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = narrow ? bytes.getFloat() : (float) bytes.getDouble();
    }
    return new SavedArray(shape, values);
  }

  private static byte[] bytes(Path file, BundleEntryProto entry) throws IOException {
    byte[] raw = new byte[Math.toIntExact(entry.getSize())];
    ByteBuffer bytes = ByteBuffer.wrap(raw);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, entry.getOffset() + bytes.position()) < 0) {
          throw new IOException("it ends before its last number");
        }
      }
    }
    return raw;
  }
}
