package dev.espalier.runtime.data.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * How a file of separated values is written; immutable, each {@code with} method gives another.
 *
 * <p>The standard: cells between commas, quoted by {@code "}, in UTF-8; a header unless every
 * component has a position; lists inside a cell between semicolons; only an empty cell means that
 * nothing is there. Spaces around cells and list elements never count.
 *
 * @param separator what stands between cells
 * @param quote what stands around cells that hold separators or line breaks
 * @param header whether the first line is a header; empty for: unless every component has a
 *     position
 * @param listSeparator what stands between the elements of a list in one cell; a list in brackets,
 *     {@code [1, 2]}, has commas
 * @param emptyTexts further texts that mean an empty cell, such as {@code NA} or {@code ?}
 * @param charset how characters are encoded
 * @param lacking components that the file has no column for
 */
public record CsvFormat(
    char separator,
    char quote,
    Optional<Boolean> header,
    char listSeparator,
    Set<String> emptyTexts,
    Charset charset,
    Set<String> lacking) {

  /** A format; sets are copied. */
  public CsvFormat {
    emptyTexts = Set.copyOf(emptyTexts);
    lacking = Set.copyOf(lacking);
    if (separator == quote) {
      throw new IllegalArgumentException(
          "separator and quote should differ; found '" + separator + "' for both");
    }
  }

  /** The usual: commas, double quotes, UTF-8. */
  public static CsvFormat standard() {
    return new CsvFormat(
        ',', '"', Optional.empty(), ';', Set.of(), StandardCharsets.UTF_8, Set.of());
  }

  /** With another separator, such as a tab. */
  public CsvFormat withSeparator(char newSeparator) {
    return new CsvFormat(newSeparator, quote, header, listSeparator, emptyTexts, charset, lacking);
  }

  /** With another quote. */
  public CsvFormat withQuote(char newQuote) {
    return new CsvFormat(separator, newQuote, header, listSeparator, emptyTexts, charset, lacking);
  }

  /** With a header, or without one. */
  public CsvFormat withHeader(boolean present) {
    return new CsvFormat(
        separator, quote, Optional.of(present), listSeparator, emptyTexts, charset, lacking);
  }

  /** With another separator inside lists. */
  public CsvFormat withListSeparator(char newListSeparator) {
    return new CsvFormat(separator, quote, header, newListSeparator, emptyTexts, charset, lacking);
  }

  /** With texts that mean an empty cell; the empty cell itself always does. */
  public CsvFormat withEmptyTexts(String... newEmptyTexts) {
    return new CsvFormat(
        separator, quote, header, listSeparator, Set.of(newEmptyTexts), charset, lacking);
  }

  /** With another encoding of characters. */
  public CsvFormat withCharset(Charset newCharset) {
    return new CsvFormat(separator, quote, header, listSeparator, emptyTexts, newCharset, lacking);
  }

  /**
   * With components that the file has no column for, by their names in the code: their cells are
   * empty. So is a file of one task's labels, which lacks those of the others.
   */
  public CsvFormat lacking(String... components) {
    return new CsvFormat(
        separator, quote, header, listSeparator, emptyTexts, charset, Set.of(components));
  }
}
