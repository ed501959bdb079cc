package dev.espalier.runtime.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An archive that was found to be whole and is open to be read. */
public final class OpenArchive implements AutoCloseable {
  private final ZipFile zip;

  private OpenArchive(ZipFile zip) {
    this.zip = zip;
  }

  /** Verifies an archive and opens it; an {@link IOException} says what is wrong with it. */
  public static OpenArchive of(Path file) throws IOException {
    Archive.verify(file);
    return new OpenArchive(new ZipFile(file.toFile()));
  }

  /** Whether there is an entry. */
  public boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** The bytes of an entry. */
  public byte[] bytes(String name) throws IOException {
    try (var in = zip.getInputStream(entry(name))) {
      return in.readAllBytes();
    }
  }

  /** The numbers of an entry, which have to be of a shape. */
  public SavedArray array(String name, List<Integer> shape) throws IOException {
    try (var in = new BufferedInputStream(zip.getInputStream(entry(name)))) {
      SavedArray array = NpyFormat.read(in);
      if (!array.shape().equals(shape)) {
        throw new IOException(
            "its entry "
                + name
                + " has shape "
                + array.shape()
                + ", its description says "
                + shape);
      }
      return array;
    }
  }

  private ZipEntry entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no entry " + name);
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
