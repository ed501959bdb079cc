package dev.espalier.runtime.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that appears complete or not at all: written beside its place, forced to the disk, then
 * moved there. What was there before is moved aside first and deleted last, so that a crash at any
 * moment leaves the old folder, under its name or beside it, or the new one.
 */
public final class AtomicFolder {
  private AtomicFolder() {}

  /** Writes what lies in a folder. */
  @FunctionalInterface
  public interface FolderContent {
    void write(Path folder) throws IOException;
  }

  /**
   * Writes a folder.
   *
   * @param sign a file that folders of this kind hold; one with other things is not replaced
   */
  public static void write(Path folder, String sign, FolderContent content) throws IOException {
    Path place = folder.toAbsolutePath().normalize();
    Path above = place.getParent();
    if (above == null || !Files.isDirectory(above)) {
      throw new NoSuchFileException(String.valueOf(above), null, "there is no folder " + above);
    }
    requireReplaceable(place, sign);
    String name = "." + place.getFileName() + "." + UUID.randomUUID();
    Path fresh = Files.createDirectory(above.resolve(name + ".tmp"));
    try {
      content.write(fresh);
      force(fresh);
      replace(place, fresh, above.resolve(name + ".old"));
    } finally {
      delete(fresh);
    }
  }

  private static void requireReplaceable(Path place, String sign) throws IOException {
    if (Files.exists(place) && !Files.isDirectory(place)) {
      throw new FileSystemException(place.toString(), null, "it is a file");
    }
    if (Files.isDirectory(place) && !Files.exists(place.resolve(sign))) {
      try (Stream<Path> inside = Files.list(place)) {
        if (inside.findAny().isPresent()) {
          throw new FileSystemException(
              place.toString(),
              null,
              "it is there and has no " + sign + " in it; name a new folder, or empty this one");
        }
      }
    }
  }

  private static void replace(Path place, Path fresh, Path old) throws IOException {
    if (!Files.exists(place)) {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    delete(old);
  }

  private static void force(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> inside = Files.walk(folder)) {
      all = inside.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
