package dev.espalier.runtime.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a transfer came to.
 *
 * @param source where weights came from
 * @param matched paths of parameters and states that were taken over
 * @param different those that the source has otherwise, which keep their initial values
 * @param absent paths that the source does not have, which keep their initial values
 * @param skipped names in the source that nothing asked for
 */
public record TransferReport(
    Path source,
    List<String> matched,
    List<Difference> different,
    List<String> absent,
    List<String> skipped) {

  /**
   * Something that does not fit.
   *
   * @param path in the new model
   * @param reason what was found and what was expected
   */
  public record Difference(String path, String reason) {}

  /** A report in lists that nobody changes. */
  public TransferReport {
    matched = List.copyOf(matched);
    different = List.copyOf(different);
    absent = List.copyOf(absent);
    skipped = List.copyOf(skipped);
  }

  /** A line for each path and name, under what became of it. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    text.add("From " + source + ":");
    section(text, "taken over", matched);
    section(
        text,
        "of another shape",
        different.stream().map(each -> each.path() + ": " + each.reason()).toList());
    section(text, "not there", absent);
    section(text, "there and not used", skipped);
    return text.toString();
  }

  private static void section(StringJoiner text, String title, List<String> entries) {
    text.add("  " + title + ": " + (entries.isEmpty() ? "none" : entries.size()));
    entries.forEach(entry -> text.add("    " + entry));
  }
}
