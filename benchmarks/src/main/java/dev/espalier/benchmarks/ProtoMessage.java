package dev.espalier.benchmarks;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A message of protocol buffers, written field by field, without classes made for its kind. */
final class ProtoMessage {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  /** Adds a whole number. */
  ProtoMessage add(int field, long value) {
    return write(() -> out.writeInt64(field, value));
  }

  /** Adds bytes. */
  ProtoMessage add(int field, byte[] value) {
    return write(() -> out.writeByteArray(field, value));
  }

  /** Adds a text. */
  ProtoMessage add(int field, String value) {
    return add(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a message. */
  ProtoMessage add(int field, ProtoMessage value) {
    return add(field, value.toByteArray());
  }

  /** All fields that were added. */
  byte[] toByteArray() {
    write(out::flush);
    return bytes.toByteArray();
  }

  private interface Writing {
    void write() throws IOException;
  }

  private ProtoMessage write(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
