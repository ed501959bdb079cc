package dev.espalier.runtime.report.tensorboard;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.tensorflow.proto.Event;

/**
 * A file of events, framed as TFRecords: length (8 bytes, little end first), its masked CRC32C, the
 * record, its masked CRC32C. What was flushed is whole records, which is all a reader asks for.
 */
final class EventFile implements Closeable {
  private static final int MASK_DELTA = 0xa282ead8;

  private final OutputStream out;

  EventFile(OutputStream out) {
    this.out = out;
  }

  /** A new file in a folder, which is made where it is missing. */
  static EventFile in(Path folder) throws IOException {
    Files.createDirectories(folder);
    // TensorBoard takes files in the order of their names and asks for the tfevents in them.
    String name =
        "events.out.tfevents.%010d.%s.%s"
            .formatted(Instant.now().getEpochSecond(), host(), UUID.randomUUID());
    EventFile file =
        new EventFile(
            new BufferedOutputStream(
                Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW)));
    file.write(Event.newBuilder().setFileVersion("brain.Event:2"));
    file.flush();
    return file;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** Adds an event that happens now. */
  void write(Event.Builder event) throws IOException {
    double now = System.currentTimeMillis() / 1e3;
    out.write(framed(event.setWallTime(now).build().toByteArray()));
  }

  static byte[] framed(byte[] record) {
    ByteBuffer frame = ByteBuffer.allocate(record.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    frame.putLong(record.length);
    frame.putInt(maskedCrc(frame.array(), 8));
    frame.put(record);
    frame.putInt(maskedCrc(record, record.length));
    return frame.array();
  }

  /** Masked, for a CRC over data that holds CRCs would find too little. */
  private static int maskedCrc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
