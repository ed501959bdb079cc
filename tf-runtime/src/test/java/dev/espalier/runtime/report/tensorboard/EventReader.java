package dev.espalier.runtime.report.tensorboard;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads event files by what their formats say: framing, a CRC bit by bit, and protocol buffers by
 * the numbers of their fields.
 */
final class EventReader {
  private EventReader() {}

  /** One value of one event; a histogram has no number. */
  record Found(long step, double wallTime, String tag, Float number, UnknownFieldSet histogram) {
    private static final String RESTART = "a session starts";

    /** Whether it is no value, but says that what comes begins at its step. */
    boolean isRestart() {
      return tag.equals(RESTART);
    }

    List<Double> doubles(int field) {
      ByteBuffer packed =
          histogram
              .getField(field)
              .getLengthDelimitedList()
              .get(0)
              .asReadOnlyByteBuffer()
              .order(ByteOrder.LITTLE_ENDIAN);
      List<Double> values = new ArrayList<>();
      while (packed.hasRemaining()) {
        values.add(packed.getDouble());
      }
      return values;
    }

    double aDouble(int field) {
      return Double.longBitsToDouble(histogram.getField(field).getFixed64List().get(0));
    }
  }

  /** The only file of a folder. */
  static Path file(Path folder) throws IOException {
    List<Path> all = files(folder);
    if (all.size() != 1 || !all.get(0).getFileName().toString().contains("tfevents")) {
      throw new IOException("expected one file of events, found " + all);
    }
    return all.get(0);
  }

  /** The files of a folder, as they were begun. */
  static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted(Comparator.comparing(EventReader::begun)).toList();
    }
  }

  private static double begun(Path file) {
    try {
      return time(UnknownFieldSet.parseFrom(records(file).get(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double time(UnknownFieldSet event) {
    return Double.longBitsToDouble(event.getField(1).getFixed64List().get(0));
  }

  static List<Found> read(Path file) throws IOException {
    List<Found> found = new ArrayList<>();
    List<byte[]> records = records(file);
    UnknownFieldSet first = UnknownFieldSet.parseFrom(records.get(0));
    if (!first.getField(3).getLengthDelimitedList().get(0).toStringUtf8().equals("brain.Event:2")) {
      throw new IOException("the first event says no version");
    }
    for (byte[] record : records.subList(1, records.size())) {
      UnknownFieldSet event = UnknownFieldSet.parseFrom(record);
      if (event.hasField(7) && nested(event, 7).getField(1).getVarintList().contains(1L)) {
        found.add(new Found(step(event), time(event), Found.RESTART, null, event));
        continue;
      }
      for (ByteString value : nested(event, 5).getField(1).getLengthDelimitedList()) {
        found.add(value(event, UnknownFieldSet.parseFrom(value)));
      }
    }
    return found;
  }

  private static Found value(UnknownFieldSet event, UnknownFieldSet value)
      throws InvalidProtocolBufferException {
    boolean number = !value.getField(2).getFixed32List().isEmpty();
    return new Found(
        step(event),
        time(event),
        value.getField(1).getLengthDelimitedList().get(0).toStringUtf8(),
        number ? Float.intBitsToFloat(value.getField(2).getFixed32List().get(0)) : null,
        number ? UnknownFieldSet.getDefaultInstance() : nested(value, 5));
  }

  private static long step(UnknownFieldSet event) {
    return event.getField(2).getVarintList().stream().findFirst().orElse(0L);
  }

  private static UnknownFieldSet nested(UnknownFieldSet in, int field)
      throws InvalidProtocolBufferException {
    return UnknownFieldSet.parseFrom(in.getField(field).getLengthDelimitedList().get(0));
  }

  static List<byte[]> records(Path file) throws IOException {
    List<byte[]> records = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      while (true) {
        byte[] length = in.readNBytes(8);
        if (length.length == 0) {
          return records;
        }
        requireCrc(length, in);
        long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
        byte[] record = in.readNBytes(Math.toIntExact(size));
        if (record.length != size) {
          throw new EOFException("a record is cut off");
        }
        requireCrc(record, in);
        records.add(record);
      }
    }
  }

  private static void requireCrc(byte[] bytes, DataInputStream in) throws IOException {
    int crc = crc32c(bytes);
    int masked = ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    int found = Integer.reverseBytes(in.readInt());
    if (found != masked) {
      throw new IOException("a checksum is %08x, expected %08x".formatted(found, masked));
    }
  }

  /** Castagnoli's polynomial, reflected, bit by bit. */
  static int crc32c(byte[] bytes) {
    int crc = ~0;
    for (byte next : bytes) {
      crc ^= next & 255;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >>> 1) ^ ((crc & 1) == 1 ? 0x82f63b78 : 0);
      }
    }
    return ~crc;
  }
}
