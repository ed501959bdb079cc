package dev.espalier.samples.data;

import dev.espalier.runtime.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The published test file of Census-Income (KDD), compressed: rows of 42 columns, {@code ", "}
 * between them, no header.
 *
 * <p>It lies two archives deep: the repository gives out a zip archive, whose member {@code
 * census.tar.gz} holds {@code census-income.data}, which is left, and {@code census-income.test}.
 *
 * @param address the zip archive
 * @param rows how many rows the test file has
 */
public record CensusIncome(URI address, int rows) implements DataSet {
  private static final String INNER = "census.tar.gz";
  private static final String TABLE = "census-income.test";
  private static final int COLUMNS = 42;

  /** The data set as it is published. */
  public CensusIncome() {
    this(URI.create("https://archive.ics.uci.edu/static/public/117/census+income+kdd.zip"), 99_762);
  }

  @Override
  public String file() {
    return "census-income.csv.gz";
  }

  @Override
  public Source source() {
    return new Source(
        "Census-Income (KDD), UCI Machine Learning Repository",
        address,
        10,
        "CC BY 4.0",
        "Census-Income (KDD), UCI Machine Learning Repository, 2000,"
            + " https://doi.org/10.24432/C5N30T",
        "It is census-income.test in census.tar.gz of Census-Income (KDD), UCI Machine Learning"
            + " Repository, https://archive.ics.uci.edu/dataset/117/census+income+kdd: unpack that,"
            + " compress it with gzip and give the file this name.");
  }

  @Override
  public void repack(Path archive, OutputStream file) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry inner = zip.getEntry(INNER);
      if (inner == null) {
        throw new DataException("found no " + INNER + " in the archive, expected one");
      }
      try (InputStream tar = new GZIPInputStream(zip.getInputStream(inner));
          BufferedReader table =
              new BufferedReader(
                  new InputStreamReader(Tar.seek(tar, TABLE), StandardCharsets.ISO_8859_1));
          Writer to =
              new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.ISO_8859_1)) {
        copy(table, to);
      }
    }
  }

  private void copy(BufferedReader table, Writer to) throws IOException {
    int count = 0;
    for (String row = table.readLine(); row != null; row = table.readLine()) {
      count++;
      int cells = row.split(", ", -1).length;
      if (cells != COLUMNS) {
        throw new DataException(
            "found %d cells in line %d of %s, expected %d".formatted(cells, count, TABLE, COLUMNS));
      }
      to.append(row).append('\n');
    }
    if (count != rows) {
      throw new DataException(
          String.format(Locale.ROOT, "found %,d rows in %s, expected %,d", count, TABLE, rows));
    }
  }
}
