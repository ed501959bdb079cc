package dev.espalier.samples.data;

import dev.espalier.runtime.DataException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/** Finds a member of a tar archive, which Java has no reader for. */
final class Tar {
  private static final int BLOCK = 512;

  private Tar() {}

  /**
   * The content of a member, which may lie in a folder.
   *
   * @throws DataException when there is no such member
   */
  static InputStream seek(InputStream tar, String name) throws IOException {
    List<String> others = new ArrayList<>();
    for (byte[] header = tar.readNBytes(BLOCK);
        header.length == BLOCK && header[0] != 0;
        header = tar.readNBytes(BLOCK)) {
      String path = text(header, 0, 100);
      int size = size(header);
      if (path.equals(name) || path.endsWith("/" + name)) {
        return new ByteArrayInputStream(read(tar, size));
      }
      others.add(path);
      tar.skipNBytes((size + BLOCK - 1L) / BLOCK * BLOCK);
    }
    throw new DataException("found %s in the archive, expected %s".formatted(others, name));
  }

  private static int size(byte[] header) throws ZipException {
    try {
      return Integer.parseInt(text(header, 124, 12).trim(), 8);
    } catch (NumberFormatException e) {
      throw new ZipException("no tar archive");
    }
  }

  private static String text(byte[] header, int from, int length) {
    String text = new String(header, from, length, StandardCharsets.ISO_8859_1);
    return text.contains("\0") ? text.substring(0, text.indexOf('\0')) : text;
  }

  private static byte[] read(InputStream tar, int size) throws IOException {
    byte[] content = tar.readNBytes(size);
    if (content.length < size) {
      throw new EOFException("the archive ends within a member");
    }
    return content;
  }
}
