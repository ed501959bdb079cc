package dev.espalier.runtime.data.store;

import dev.espalier.runtime.DataException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Files that hold columns, until they are closed together. */
final class SpillFolder implements AutoCloseable {
  private final Path folder;
  private final List<SpillFile> files = new ArrayList<>();

  SpillFolder(Path folder) {
    this.folder = folder;
  }

  /** An empty file. */
  synchronized SpillFile file() {
    try {
      Path path = Files.createTempFile(folder, "espalier-", ".rows");
      FileChannel channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      unlink(path);
      SpillFile file = new SpillFile(this, channel);
      files.add(file);
      return file;
    } catch (IOException e) {
      throw new DataException(
          "rows can't be kept in %s: %s. Choose another folder, as in data.streaming(Streaming.in(folder))"
              .formatted(folder, e),
          e);
    }
  }

  /** An open file needs no name: so nothing is left of it, even if the JVM is killed. */
  private static void unlink(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      // Not on Windows, where it goes when it is closed.
      path.toFile().deleteOnExit();
    }
  }

  /** What is thrown when there is no more room. */
  synchronized DataException full(IOException e) {
    long bytes = files.stream().mapToLong(SpillFile::bytes).sum();
    return new DataException(
        "%s: after %,d bytes of rows no more could be written: %s. Choose a folder with more room, as in data.streaming(Streaming.in(folder))"
            .formatted(folder, bytes, e.getMessage()),
        e);
  }

  @Override
  public synchronized void close() {
    files.forEach(SpillFile::close);
    files.clear();
  }
}
