package dev.espalier.runtime.data.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Data sets that a machine may have: in the folder {@code ESPALIER_DATA}, else shared/data. */
public final class RealData {
  private RealData() {}

  /** A file; the test is skipped where it isn't. */
  public static Path file(String name) {
    Path folder =
        Optional.ofNullable(System.getenv("ESPALIER_DATA")).map(Path::of).orElseGet(RealData::near);
    assumeTrue(Files.exists(folder.resolve(name)), () -> "found no " + name + " in " + folder);
    return folder.resolve(name);
  }

  private static Path near() {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(folder -> folder.resolve("shared").resolve("data"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(Path.of("shared", "data"));
  }
}
