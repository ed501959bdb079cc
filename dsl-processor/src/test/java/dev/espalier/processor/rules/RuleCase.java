package dev.espalier.processor.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A wrong model and what compilers say of it: a folder {@code rules/<RuleId>/<case>} with sources,
 * perhaps a {@code library} that is compiled before them without the processor, and {@code
 * expected.txt}.
 */
record RuleCase(Path folder) {
  private static final Path ROOT = Path.of("src/test/resources/rules");
  private static final String LIBRARY = "library";

  /** All cases, in alphabetical order. */
  static List<RuleCase> all() {
    return list(ROOT).stream().flatMap(rule -> list(rule).stream()).map(RuleCase::new).toList();
  }

  /** The ids of the rules that have a folder. */
  static List<String> rules() {
    return list(ROOT).stream().map(folder -> folder.getFileName().toString()).toList();
  }

  /** The id of the rule that it breaks. */
  String rule() {
    return folder.getParent().getFileName().toString();
  }

  /** The sources to compile. */
  List<Path> sources() {
    return java(folder).stream().filter(file -> !file.startsWith(folder.resolve(LIBRARY))).toList();
  }

  /** The sources to compile before them; mostly none. */
  List<Path> library() {
    Path library = folder.resolve(LIBRARY);
    return Files.isDirectory(library) ? java(library) : List.of();
  }

  /** What javac says. */
  Path expected() {
    return folder.resolve("expected.txt");
  }

  private static List<Path> java(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return rule() + "/" + folder.getFileName();
  }
}
