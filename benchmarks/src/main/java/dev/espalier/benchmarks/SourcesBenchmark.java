package dev.espalier.benchmarks;

import dev.espalier.runtime.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many examples a second come out of each kind of file. */
@Command(
    name = "sources",
    description =
        "Examples a second out of CSV, JSON lines, Parquet and a query, of census-income.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class SourcesBenchmark implements Runnable {

  @Option(names = "--file", description = "The rows of census-income, as samples use them")
  private Path file = Path.of("../shared/data/census-income.csv.gz");

  @Option(names = "--rounds", description = "Readings of each file, of which the fastest counts")
  private int rounds = 5;

  @Override
  public void run() {
    try {
      Path folder = Files.createTempDirectory("espalier-sources-");
      try {
        measure(folder);
      } finally {
        for (String name : new String[] {"rows.csv", "rows.csv.gz", "rows.jsonl", "rows.parquet"}) {
          Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void measure(Path folder) throws SQLException, IOException {
    write(folder);
    Path parquet = folder.resolve("rows.parquet");
    Map<String, Dataset<SurveyRow>> sources = new LinkedHashMap<>();
    sources.put("CSV", SurveyRowData.csv(folder.resolve("rows.csv")));
    sources.put("CSV, .gz", SurveyRowData.csv(folder.resolve("rows.csv.gz")));
    sources.put("JSON lines", SurveyRowData.jsonLines(folder.resolve("rows.jsonl")));
    sources.put("Parquet", SurveyRowData.parquet(parquet));
    sources.put(
        "DuckDB query",
        SurveyRowData.sql("select * from '" + parquet + "' where wagePerHour >= 0"));
    System.out.printf("Examples of %d columns a second, the fastest of %d%n", 41, rounds);
    for (Map.Entry<String, Dataset<SurveyRow>> each : sources.entrySet()) {
      System.out.printf(
          Locale.ROOT, "  %-14s %,12.0f%n", each.getKey(), examplesPerSecond(each.getValue()));
    }
    System.out.printf(
        Locale.ROOT,
        "Bytes: CSV %,d, JSON lines %,d, Parquet %,d%n",
        Files.size(folder.resolve("rows.csv")),
        Files.size(folder.resolve("rows.jsonl")),
        Files.size(parquet));
  }

  private void write(Path folder) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table survey as select %s from read_csv('%s', header = false, all_varchar = true)"
              .formatted(SurveyRow.COLUMNS, file));
      statement.execute("copy survey to '%s' (header)".formatted(folder.resolve("rows.csv")));
      statement.execute("copy survey to '%s' (header)".formatted(folder.resolve("rows.csv.gz")));
      statement.execute(
          "copy survey to '%s' (format json)".formatted(folder.resolve("rows.jsonl")));
      statement.execute(
          "copy survey to '%s' (format parquet)".formatted(folder.resolve("rows.parquet")));
    }
  }

  private double examplesPerSecond(Dataset<SurveyRow> data) {
    double best = 0;
    for (int round = 0; round < rounds; round++) {
      long[] count = new long[1];
      long begin = System.nanoTime();
      data.read(row -> count[0]++);
      best = Math.max(best, 1e9 * count[0] / (System.nanoTime() - begin));
    }
    return best;
  }
}
