package dev.espalier.runtime.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/**
 * A file that appears complete or not at all: written beside its place, forced to the disk, then
 * moved over what was there.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Completes a file that has its content. */
  @FunctionalInterface
  public interface Completion {
    void complete(FileChannel channel) throws IOException;
  }

  /** Writes a file. */
  public static void write(Path file, Content content, Completion completion) throws IOException {
    Path folder = folder(file);
    // Not createTempFile, whose files nobody else may read.
    Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.write(out);
        out.flush();
        completion.complete(channel);
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    force(folder);
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(String.valueOf(folder), null, "there is no folder " + folder);
    }
    return folder;
  }

  /**
   * Makes the move itself last; some systems don't let a folder be opened and need no such call.
   */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LoggerFactory.getLogger(AtomicFile.class).debug("Can't force {}", folder, e);
    }
  }

  /** What an exception says, without the path that file systems put in front. */
  public static String reason(IOException e) {
    return e instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : e.getMessage();
  }
}
