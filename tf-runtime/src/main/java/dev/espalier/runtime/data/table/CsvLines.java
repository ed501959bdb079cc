package dev.espalier.runtime.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.espalier.runtime.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;

/** An open file, line by line; blank lines are skipped. */
final class CsvLines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final String source;
  private final CsvFormat format;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> lines;
  private long last;

  CsvLines(String source, Path file, CsvFormat format) {
    this.source = source;
    this.format = format;
    try {
      csv = open(file, format);
    } catch (NoSuchFileException e) {
      throw new DataException(
          source + ": found no file at " + file.toAbsolutePath() + ", expected one to read", e);
    } catch (IOException e) {
      throw new DataException(source + ": could not be opened: " + e, e);
    }
    lines = csv.iterator();
  }

  private static CsvReader<CsvRecord> open(Path file, CsvFormat format) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
      // A decoder, and not a charset, since that would replace what it can't decode.
      return CsvReader.builder()
          .fieldSeparator(format.separator())
          .quoteCharacter(format.quote())
          .trimWhitespacesAroundQuotes(true)
          .allowUnclosedQuote(false)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .ofCsvRecord(new InputStreamReader(plain, format.charset().newDecoder()));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  boolean hasNext() {
    try {
      return lines.hasNext();
    } catch (CsvParseException | UncheckedIOException e) {
      throw broken(e);
    }
  }

  CsvRecord next() {
    try {
      CsvRecord line = lines.next();
      last = line.getStartingLineNumber();
      return line;
    } catch (CsvParseException | UncheckedIOException e) {
      throw broken(e);
    }
  }

  private DataException broken(RuntimeException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String after = last == 0 ? source : source + ", after line " + last;
    if (cause instanceof CharacterCodingException) {
      return new DataException(
          after + ": found bytes that are not " + format.charset() + ", expected text", e);
    }
    return new DataException(after + ": could not be read: " + cause.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new DataException(source + ": could not be closed: " + e, e);
    }
  }
}
