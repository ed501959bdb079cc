package dev.espalier.runtime.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip archive of arrays and descriptions with a seal at its end, written atomically.
 *
 * <p>The seal is the archive's comment: a fixed word and the SHA-256, in hexadecimal digits, of all
 * bytes before the digits. One check finds every flipped bit and every cut, also where zip has no
 * checksum of its own.
 */
public final class Archive {
  private static final String WORD = "espalier sha256 ";
  private static final int DIGITS = 64;
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final ZipOutputStream zip;

  private Archive(ZipOutputStream zip) {
    this.zip = zip;
  }

  /** Adds entries. */
  @FunctionalInterface
  public interface Entries {
    void addTo(Archive archive) throws IOException;
  }

  /** Writes a file. A crash at any moment leaves the old file or the new one. */
  public static void write(Path file, Entries entries) throws IOException {
    AtomicFile.write(file, out -> write(entries, out), Archive::seal);
  }

  /** Writes an archive with an empty seal. */
  private static void write(Entries entries, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setComment(WORD + "0".repeat(DIGITS));
    entries.addTo(new Archive(zip));
    zip.finish();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    return entry;
  }

  /** Adds bytes, compressed. */
  public void add(String name, byte[] bytes) throws IOException {
    zip.putNextEntry(entry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Adds numbers; weights hardly shrink when compressed, so they are not. */
  public void add(String name, SavedArray array) throws IOException {
    CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
    NpyFormat.write(array, sum);
    ZipEntry entry = entry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(NpyFormat.size(array));
    entry.setCrc(sum.getChecksum().getValue());
    zip.putNextEntry(entry);
    NpyFormat.write(array, zip);
    zip.closeEntry();
  }

  /** Fills in the seal of a written archive. */
  private static void seal(FileChannel channel) throws IOException {
    long end = channel.size() - DIGITS;
    ByteBuffer digits = StandardCharsets.US_ASCII.encode(digest(channel, end));
    channel.write(digits, end);
  }

  /** Checks the seal; an {@link IOException} says what is wrong. */
  static void verify(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = channel.size() - DIGITS;
      if (end < WORD.length()
          || !ascii(channel, 0, ZIP.length).equals(new String(ZIP, StandardCharsets.US_ASCII))) {
        throw new IOException("it is no model file");
      }
      if (!ascii(channel, end - WORD.length(), WORD.length()).equals(WORD)) {
        throw new IOException("it is cut off, or no model file of Espalier");
      }
      if (!ascii(channel, end, DIGITS).equals(digest(channel, end))) {
        throw new IOException("it is damaged: its checksum does not fit its content");
      }
    }
  }

  private static String ascii(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("it ended while it was read");
      }
    }
    return new String(bytes.array(), StandardCharsets.US_ASCII);
  }

  private static String digest(FileChannel channel, long end) throws IOException {
    MessageDigest digest = sha256();
    ByteBuffer chunk = ByteBuffer.allocate(1 << 16);
    for (long at = 0; at < end; at += chunk.limit()) {
      chunk.clear().limit((int) Math.min(chunk.capacity(), end - at));
      while (chunk.hasRemaining()) {
        if (channel.read(chunk, at + chunk.position()) < 0) {
          throw new EOFException("it ended while it was read");
        }
      }
      digest.update(chunk.flip());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
