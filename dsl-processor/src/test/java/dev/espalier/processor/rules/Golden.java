package dev.espalier.processor.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Errors as a text that one reads like a compiler's output, with columns. */
final class Golden {
  private Golden() {}

  /** Place, first line, the source with a caret, and the help below it. */
  static String text(Path folder, List<Found> errors) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Found error : errors) {
      text.append(text(folder, error)).append('\n');
    }
    return text.toString();
  }

  private static String text(Path folder, Found error) throws IOException {
    List<String> lines = error.message().lines().toList();
    String help =
        lines.stream().skip(1).map(line -> "  " + line + "\n").collect(Collectors.joining());
    if (error.source().isEmpty()) {
      return "(nowhere): " + lines.get(0) + "\n" + help;
    }
    Path source = error.source().get();
    String line = Files.readAllLines(source).get((int) error.line() - 1);
    return folder.toAbsolutePath().relativize(source)
        + ":"
        + error.line()
        + ":"
        + error.column()
        + ": "
        + lines.get(0)
        + "\n"
        + line
        + "\n"
        + " ".repeat((int) error.column() - 1)
        + "^\n"
        + help;
  }
}
