package dev.espalier.samples.cli;

import dev.espalier.runtime.DataException;
import dev.espalier.samples.data.DataSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that data files are read from, and downloaded into: the one that was asked for, else
 * the nearest {@code shared/data} in the working directory or a folder above it.
 *
 * @param path the folder, which need not exist
 */
public record DataFolder(Path path) {

  /**
   * The folder to use.
   *
   * @param asked the one that the command line names
   * @param environment the value of {@code ESPALIER_DATA}, null where it is not set
   */
  static DataFolder of(Optional<Path> asked, String environment) {
    return asked
        .or(() -> Optional.ofNullable(environment).filter(s -> !s.isBlank()).map(Path::of))
        .map(DataFolder::new)
        .orElseGet(DataFolder::nearest);
  }

  private static DataFolder nearest() {
    return new DataFolder(
        Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
            .map(folder -> folder.resolve("shared").resolve("data"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("..", "shared", "data")));
  }

  /** Whether a data set is there. */
  public boolean has(DataSet data) {
    return Files.isRegularFile(path.resolve(data.file()));
  }

  /**
   * A data set's file in this folder.
   *
   * @throws DataException when it is not there
   */
  public Path file(DataSet data) {
    if (!has(data)) {
      throw new DataException(
          "Found no %s in %s. %s Another folder is named by --data or ESPALIER_DATA."
              .formatted(data.file(), path.toAbsolutePath().normalize(), data.source().byHand()));
    }
    return path.resolve(data.file());
  }
}
