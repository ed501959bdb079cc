package ads;

import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Unknown;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.data.table.CsvFormat;
import dev.espalier.runtime.data.table.Tables;
import dev.espalier.runtime.model.CellReader;
import dev.espalier.runtime.model.CellType;
import dev.espalier.runtime.model.ColumnBinding;
import dev.espalier.runtime.model.EnumTexts;
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
 * Where examples of {@code Ad} come from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class AdData {
  private static final ExampleInfo INFO = new ExampleInfo(
      "Ad",
      "ccadd545182dff8f",
      List.of(
          new ExampleInfo.Feature("age", new ExampleInfo.Encoding.Number(1, Normalize.STANDARDIZE,
              Missing.MEAN, 0, false, 0)),
          new ExampleInfo.Feature("site", new ExampleInfo.Encoding.Category("site"))),
      List.of(
          new ExampleInfo.Table("site", new ExampleInfo.Rows.Constants(List.of("NEWS", "SPORT")), 4,
              Unknown.ROW_ZERO)),
      List.of(
          new ExampleInfo.Task("click", new ExampleInfo.Kind.Binary(), 1),
          new ExampleInfo.Task("price", new ExampleInfo.Kind.Regression(1, true), 1)));

  private static final ExampleCodec<Ad, AdInput, AdPrediction> CODEC = new Codec();

  private static final List<ColumnBinding> COLUMNS = List.of(
      ColumnBinding.named("age", "age", CellType.FLOAT),
      ColumnBinding.named("site", "site", CellType.ENUM),
      ColumnBinding.named("click", "click", CellType.BOOLEAN),
      ColumnBinding.named("price", "price", CellType.FLOAT));

  private static final EnumTexts<Ad.Site> SITE_TEXTS = EnumTexts.of(
      Ad.Site.values(),
      "NEWS",
      "SPORT");

  private AdData() {
  }

  /**
   * How examples become columns, and outputs predictions.
   */
  static ExampleCodec<Ad, AdInput, AdPrediction> codec() {
    return CODEC;
  }

  /**
   * These examples.
   */
  static Dataset<Ad> of(Ad... examples) {
    return Dataset.of(List.of(examples));
  }

  /**
   * Examples that are walked over once or several times.
   */
  static Dataset<Ad> of(Iterable<Ad> examples) {
    return Dataset.of(examples);
  }

  /**
   * The rows of a CSV file, also of a {@code .gz}.
   */
  static Dataset<Ad> csv(Path file) {
    return csv(file, CsvFormat.standard());
  }

  /**
   * The rows of a file in a format of its own.
   */
  static Dataset<Ad> csv(Path file, CsvFormat format) {
    return Tables.csv(file, format, COLUMNS, AdData::read);
  }

  /**
   * The objects of a file of JSON lines, also of a {@code .gz}.
   *
   * @param lacking components that no object has a key for
   */
  static Dataset<Ad> jsonLines(Path file, String... lacking) {
    return Tables.jsonLines(file, Set.of(lacking), COLUMNS, AdData::read);
  }

  /**
   * The rows of a Parquet file, or of those in a folder.
   *
   * @param lacking components that the file has no column for
   */
  static Dataset<Ad> parquet(Path file, String... lacking) {
    return Tables.parquet(file, Set.of(lacking), COLUMNS, AdData::read);
  }

  /**
   * The rows of a query to DuckDB, which reads files by their names.
   */
  static Dataset<Ad> sql(String query) {
    return Tables.sql(query, COLUMNS, AdData::read);
  }

  /**
   * The rows of a query to the database of a JDBC URL.
   */
  static Dataset<Ad> sql(String url, String query) {
    return Tables.sql(url, query, COLUMNS, AdData::read);
  }

  /**
   * The rows of a query.
   */
  static Dataset<Ad> sql(DataSource source, String query) {
    return Tables.sql(source, query, COLUMNS, AdData::read);
  }

  private static Ad read(CellReader cells) {
    return new Ad(
            cells.number(0),
            cells.constant(1, SITE_TEXTS),
            cells.flag(2, ""),
            cells.number(3));
  }

  private static final class Codec implements ExampleCodec<Ad, AdInput, AdPrediction> {
    @Override
    public ExampleInfo info() {
      return INFO;
    }

    @Override
    public void encode(Ad example, RowWriter row) {
      encodeInput(AdInput.of(example), row);
      row.label(0, example.click());
      row.label(1, example.price());
    }

    @Override
    public void encodeInput(AdInput input, RowWriter row) {
      row.number(0, input.age());
      if (input.site() != null) {
        row.constant(1, input.site().ordinal());
      }
    }

    @Override
    public AdPrediction decode(PredictionReader row) {
      return new AdPrediction(
              row.number(0, 0),
              row.number(1, 0));
    }
  }
}
