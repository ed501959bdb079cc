import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Unknown;
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
 * Where examples of {@code Funnel} come from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class FunnelData {
  private static final ExampleInfo INFO = new ExampleInfo(
      "Funnel",
      "dc8a0bca5b9a2807",
      List.of(
          new ExampleInfo.Feature("user", new ExampleInfo.Encoding.Category("user")),
          new ExampleInfo.Feature("context", new ExampleInfo.Encoding.Number(4,
              Normalize.STANDARDIZE, Missing.MEAN, 0, false, 0))),
      List.of(
          new ExampleInfo.Table("user", new ExampleInfo.Rows.Hashed(1000), 16, Unknown.ROW_ZERO)),
      List.of(
          new ExampleInfo.Task("click", new ExampleInfo.Kind.Binary(), 1),
          new ExampleInfo.Task("cart", new ExampleInfo.Kind.Binary(), 1),
          new ExampleInfo.Task("buy", new ExampleInfo.Kind.Binary(), 1),
          new ExampleInfo.Task("back", new ExampleInfo.Kind.Binary(), 1)));

  private static final ExampleCodec<Funnel, FunnelInput, FunnelPrediction> CODEC = new Codec();

  private static final List<ColumnBinding> COLUMNS = List.of(
      ColumnBinding.named("user", "user", CellType.TEXT),
      ColumnBinding.named("context", "context", CellType.FLOATS),
      ColumnBinding.named("click", "click", CellType.BOOLEAN),
      ColumnBinding.named("cart", "cart", CellType.BOOLEAN),
      ColumnBinding.named("buy", "buy", CellType.BOOLEAN),
      ColumnBinding.named("back", "back", CellType.BOOLEAN));

  private FunnelData() {
  }

  /**
   * How examples become columns, and outputs predictions.
   */
  static ExampleCodec<Funnel, FunnelInput, FunnelPrediction> codec() {
    return CODEC;
  }

  /**
   * These examples.
   */
  static Dataset<Funnel> of(Funnel... examples) {
    return Dataset.of(List.of(examples));
  }

  /**
   * Examples that are walked over once or several times.
   */
  static Dataset<Funnel> of(Iterable<Funnel> examples) {
    return Dataset.of(examples);
  }

  /**
   * The rows of a CSV file, also of a {@code .gz}.
   */
  static Dataset<Funnel> csv(Path file) {
    return csv(file, CsvFormat.standard());
  }

  /**
   * The rows of a file in a format of its own.
   */
  static Dataset<Funnel> csv(Path file, CsvFormat format) {
    return Tables.csv(file, format, COLUMNS, FunnelData::read);
  }

  /**
   * The objects of a file of JSON lines, also of a {@code .gz}.
   *
   * @param lacking components that no object has a key for
   */
  static Dataset<Funnel> jsonLines(Path file, String... lacking) {
    return Tables.jsonLines(file, Set.of(lacking), COLUMNS, FunnelData::read);
  }

  /**
   * The rows of a Parquet file, or of those in a folder.
   *
   * @param lacking components that the file has no column for
   */
  static Dataset<Funnel> parquet(Path file, String... lacking) {
    return Tables.parquet(file, Set.of(lacking), COLUMNS, FunnelData::read);
  }

  /**
   * The rows of a query to DuckDB, which reads files by their names.
   */
  static Dataset<Funnel> sql(String query) {
    return Tables.sql(query, COLUMNS, FunnelData::read);
  }

  /**
   * The rows of a query to the database of a JDBC URL.
   */
  static Dataset<Funnel> sql(String url, String query) {
    return Tables.sql(url, query, COLUMNS, FunnelData::read);
  }

  /**
   * The rows of a query.
   */
  static Dataset<Funnel> sql(DataSource source, String query) {
    return Tables.sql(source, query, COLUMNS, FunnelData::read);
  }

  private static Funnel read(CellReader cells) {
    return new Funnel(
            cells.text(0),
            cells.numbers(1),
            cells.flag(2, ""),
            cells.flagOrNull(3, ""),
            cells.flagOrNull(4, ""),
            cells.flag(5, ""));
  }

  private static final class Codec implements ExampleCodec<Funnel, FunnelInput, FunnelPrediction> {
    @Override
    public ExampleInfo info() {
      return INFO;
    }

    @Override
    public void encode(Funnel example, RowWriter row) {
      encodeInput(FunnelInput.of(example), row);
      row.label(0, example.click());
      if (example.cart() != null) {
        row.label(1, example.cart());
      }
      if (example.buy() != null) {
        row.label(2, example.buy());
      }
      row.label(3, example.back());
    }

    @Override
    public void encodeInput(FunnelInput input, RowWriter row) {
      row.text(0, input.user());
      row.numbers(1, input.context());
    }

    @Override
    public FunnelPrediction decode(PredictionReader row) {
      return new FunnelPrediction(
              row.has(0) ? row.number(0, 0) : null,
              row.has(1) ? row.number(1, 0) : null,
              row.has(2) ? row.number(2, 0) : null,
              row.has(2) ? row.number(2, 1) : null,
              row.has(3) ? row.number(3, 0) : null);
    }
  }
}
