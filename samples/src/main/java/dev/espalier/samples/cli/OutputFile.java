package dev.espalier.samples.cli;

import dev.espalier.runtime.EspalierException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that a sample writes at its end: there is the whole of it, or what was there before.
 *
 * @param kind what it is, for messages
 * @param path where it goes, absolute
 */
record OutputFile(String kind, Path path) {

  /** What a file holds. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * A file that is not written yet.
   *
   * @throws EspalierException when its folder does not exist or can't be written to
   */
  static OutputFile of(String kind, Path file) {
    Path path = file.toAbsolutePath();
    Path folder = path.getParent();
    if (Files.isDirectory(path) || folder == null || !Files.isWritable(folder)) {
      throw new EspalierException(
          "Can't write the %s %s: expected a file's name in a folder that can be written to."
              .formatted(kind, file));
    }
    return new OutputFile(kind, path);
  }

  /**
   * Writes the file.
   *
   * @throws EspalierException when that fails
   */
  void write(Content content) {
    // Not createTempFile, whose files nobody else may read.
    Path draft = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
        content.write(out);
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new EspalierException("Can't write the %s %s: %s".formatted(kind, path, e), e);
    } finally {
      deleteIfThere(draft);
    }
  }

  private static void deleteIfThere(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new EspalierException("Can't delete the draft " + draft + ": " + e, e);
    }
  }
}
