package dev.espalier.samples.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that is being written beside the one that it may become. Its name is its own, so that
 * several processes can write the same file at once.
 *
 * @param path the draft
 * @param target what it may become
 */
record Draft(Path path, Path target) implements AutoCloseable {

  /** A draft without content. */
  static Draft of(Path target) throws IOException {
    // Not createTempFile, whose files nobody else may read.
    String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".tmp";
    Path path = Files.createFile(target.resolveSibling(name));
    // Who interrupts the program finds nothing of it either.
    path.toFile().deleteOnExit();
    return new Draft(path, target);
  }

  /** Makes it the target, unless another process has: what is there may be in use already. */
  void publish() throws IOException {
    if (!Files.exists(target)) {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
