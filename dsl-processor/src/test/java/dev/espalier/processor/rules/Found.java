package dev.espalier.processor.rules;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * An error that a compiler printed.
 *
 * @param source the file it is in, if it is in one
 * @param line the line, from 1
 * @param column the column, from 1
 * @param message the message: its first line and the help
 */
record Found(Optional<Path> source, long line, long column, String message) {
  private static final Pattern ID = Pattern.compile("\\[(\\w+)] .*", Pattern.DOTALL);

  static Found of(Diagnostic<? extends JavaFileObject> diagnostic) {
    return new Found(
        Optional.ofNullable(diagnostic.getSource()).map(file -> Path.of(file.toUri())),
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        diagnostic.getMessage(Locale.ROOT).strip());
  }

  /** The id of the rule, or the whole message of an error that has none. */
  String rule() {
    Matcher id = ID.matcher(message);
    return id.matches() ? id.group(1) : message;
  }
}
