package dev.espalier.runtime.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a folder or a zip archive while they are read, by any number of threads. */
sealed interface OpenTree extends AutoCloseable {

  /** How messages call it. */
  String name();

  /** The paths of all files, in no order. */
  List<String> paths() throws IOException;

  byte[] read(String path) throws IOException;

  @Override
  void close() throws IOException;

  /** A folder. */
  record Folder(Path folder) implements OpenTree {

    @Override
    public String name() {
      return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    @Override
    public List<String> paths() throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
            .toList();
      }
    }

    @Override
    public byte[] read(String path) throws IOException {
      return Files.readAllBytes(folder.resolve(path));
    }

    @Override
    public void close() {}
  }

  /** A zip archive. */
  record Zip(String name, ZipFile zip) implements OpenTree {

    @Override
    public List<String> paths() {
      return zip.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .distinct()
          .toList();
    }

    @Override
    public byte[] read(String path) throws IOException {
      try (InputStream in = zip.getInputStream(zip.getEntry(path))) {
        return in.readAllBytes();
      }
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
