package lines;

import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.table.CsvFormat;
import dev.espalier.runtime.data.table.Tables;
import dev.espalier.runtime.model.CellReader;
import dev.espalier.runtime.model.CellType;
import dev.espalier.runtime.model.ColumnBinding;
import dev.espalier.runtime.model.ExampleCodec;
import dev.espalier.runtime.model.ExampleInfo;
import dev.espalier.runtime.model.PredictionReader;
import dev.espalier.runtime.model.RowWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.sql.DataSource;

/**
 * Where examples of {@code Loan} come from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class LoanData {
  private static final ExampleInfo INFO = new ExampleInfo(
      "Loan",
      "a75d7b83f18e5a24",
      List.of(
          new ExampleInfo.Feature("age", new ExampleInfo.Encoding.Number(1, Normalize.STANDARDIZE,
              Missing.MEAN, 0, false, 0)),
          new ExampleInfo.Feature("income", new ExampleInfo.Encoding.Number(1,
              Normalize.STANDARDIZE, Missing.MEAN, 0, false, 0))),
      List.of(),
      List.of(
          new ExampleInfo.Task("rich", new ExampleInfo.Kind.Binary(), 1),
          new ExampleInfo.Task("repaid", new ExampleInfo.Kind.Binary(), 1)));

  private static final ExampleCodec<Loan, LoanInput, LoanPrediction> CODEC = new Codec();

  private static final List<ColumnBinding> COLUMNS = List.of(
      ColumnBinding.named("age", "age", CellType.FLOAT),
      ColumnBinding.named("income", "income", CellType.FLOAT),
      ColumnBinding.named("rich", "rich", CellType.BOOLEAN),
      ColumnBinding.named("repaid", "repaid", CellType.BOOLEAN));

  private LoanData() {
  }

  /**
   * How examples become columns, and outputs predictions.
   */
  public static ExampleCodec<Loan, LoanInput, LoanPrediction> codec() {
    return CODEC;
  }

  /**
   * These examples.
   */
  public static Dataset<Loan> of(Loan... examples) {
    return Dataset.of(List.of(examples));
  }

  /**
   * Examples that are walked over once or several times.
   */
  public static Dataset<Loan> of(Iterable<Loan> examples) {
    return Dataset.of(examples);
  }

  /**
   * The rows of a CSV file, also of a {@code .gz}.
   */
  public static Dataset<Loan> csv(Path file) {
    return csv(file, CsvFormat.standard());
  }

  /**
   * The rows of a file in a format of its own.
   */
  public static Dataset<Loan> csv(Path file, CsvFormat format) {
    return Tables.csv(file, format, COLUMNS, LoanData::read);
  }

  /**
   * The objects of a file of JSON lines, also of a {@code .gz}.
   *
   * @param lacking components that no object has a key for
   */
  public static Dataset<Loan> jsonLines(Path file, String... lacking) {
    return Tables.jsonLines(file, Set.of(lacking), COLUMNS, LoanData::read);
  }

  /**
   * The rows of a Parquet file, or of those in a folder.
   *
   * @param lacking components that the file has no column for
   */
  public static Dataset<Loan> parquet(Path file, String... lacking) {
    return Tables.parquet(file, Set.of(lacking), COLUMNS, LoanData::read);
  }

  /**
   * The rows of a query to DuckDB, which reads files by their names.
   */
  public static Dataset<Loan> sql(String query) {
    return Tables.sql(query, COLUMNS, LoanData::read);
  }

  /**
   * The rows of a query to the database of a JDBC URL.
   */
  public static Dataset<Loan> sql(String url, String query) {
    return Tables.sql(url, query, COLUMNS, LoanData::read);
  }

  /**
   * The rows of a query.
   */
  public static Dataset<Loan> sql(DataSource source, String query) {
    return Tables.sql(source, query, COLUMNS, LoanData::read);
  }

  private static Loan read(CellReader cells) {
    return new Loan(
            cells.number(0),
            cells.number(1),
            cells.flag(2, ""),
            cells.flag(3, ""));
  }

  private static final class Codec implements ExampleCodec<Loan, LoanInput, LoanPrediction> {
    @Override
    public ExampleInfo info() {
      return INFO;
    }

    @Override
    public void encode(Loan example, RowWriter row) {
      encodeInput(LoanInput.of(example), row);
      row.label(0, example.rich());
      row.label(1, example.repaid());
    }

    @Override
    public void encodeInput(LoanInput input, RowWriter row) {
      row.number(0, input.age());
      row.number(1, input.income());
    }

    @Override
    public LoanPrediction decode(PredictionReader row) {
      return new LoanPrediction(
              row.number(0, 0),
              row.number(1, 0),
              row.number(1, 1));
    }
  }
}
