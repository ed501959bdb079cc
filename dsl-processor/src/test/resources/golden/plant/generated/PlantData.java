import dev.espalier.dsl.Fit;
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
import dev.espalier.runtime.serve.ClassPrediction;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.sql.DataSource;

/**
 * Where examples of {@code Plant} come from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantData {
  private static final ExampleInfo INFO = new ExampleInfo(
      "Plant",
      "cabea32519b49794",
      List.of(
          new ExampleInfo.Feature("picture", new ExampleInfo.Encoding.Picture(28, 28, 1, Fit.EXACT,
              Normalize.STANDARDIZE, List.of(), List.of())),
          new ExampleInfo.Feature("sensors", new ExampleInfo.Encoding.Number(20,
              Normalize.STANDARDIZE, Missing.MEAN, 0, false, 0)),
          new ExampleInfo.Feature("machine", new ExampleInfo.Encoding.Category("machine"))),
      List.of(
          new ExampleInfo.Table("machine", new ExampleInfo.Rows.Learnt(0), 4, Unknown.ROW_ZERO)),
      List.of(
          new ExampleInfo.Task("defect", new ExampleInfo.Kind.MultiClass(List.of("NONE", "CRACK",
              "RUST")), 1),
          new ExampleInfo.Task("load", new ExampleInfo.Kind.Regression(1, true), 1),
          new ExampleInfo.Task("stopped", new ExampleInfo.Kind.Binary(), 1)));

  private static final ExampleCodec<Plant, PlantInput, PlantPrediction> CODEC = new Codec();

  private static final List<ColumnBinding> COLUMNS = List.of(
      ColumnBinding.named("picture", "picture", CellType.BYTES),
      ColumnBinding.named("sensors", "sensors", CellType.FLOATS),
      ColumnBinding.named("machine", "machine", CellType.TEXT),
      ColumnBinding.named("defect", "defect", CellType.ENUM),
      ColumnBinding.named("load", "load", CellType.FLOAT),
      ColumnBinding.named("stopped", "stopped", CellType.BOOLEAN));

  private static final EnumTexts<Plant.Defect> DEFECT_TEXTS = EnumTexts.of(
      Plant.Defect.values(),
      "NONE",
      "CRACK",
      "RUST");

  private static final List<Plant.Defect> DEFECT_CLASSES = List.of(Plant.Defect.values());

  private PlantData() {
  }

  /**
   * How examples become columns, and outputs predictions.
   */
  static ExampleCodec<Plant, PlantInput, PlantPrediction> codec() {
    return CODEC;
  }

  /**
   * These examples.
   */
  static Dataset<Plant> of(Plant... examples) {
    return Dataset.of(List.of(examples));
  }

  /**
   * Examples that are walked over once or several times.
   */
  static Dataset<Plant> of(Iterable<Plant> examples) {
    return Dataset.of(examples);
  }

  /**
   * The rows of a CSV file, also of a {@code .gz}.
   */
  static Dataset<Plant> csv(Path file) {
    return csv(file, CsvFormat.standard());
  }

  /**
   * The rows of a file in a format of its own.
   */
  static Dataset<Plant> csv(Path file, CsvFormat format) {
    return Tables.csv(file, format, COLUMNS, PlantData::read);
  }

  /**
   * The objects of a file of JSON lines, also of a {@code .gz}.
   *
   * @param lacking components that no object has a key for
   */
  static Dataset<Plant> jsonLines(Path file, String... lacking) {
    return Tables.jsonLines(file, Set.of(lacking), COLUMNS, PlantData::read);
  }

  /**
   * The rows of a Parquet file, or of those in a folder.
   *
   * @param lacking components that the file has no column for
   */
  static Dataset<Plant> parquet(Path file, String... lacking) {
    return Tables.parquet(file, Set.of(lacking), COLUMNS, PlantData::read);
  }

  /**
   * The rows of a query to DuckDB, which reads files by their names.
   */
  static Dataset<Plant> sql(String query) {
    return Tables.sql(query, COLUMNS, PlantData::read);
  }

  /**
   * The rows of a query to the database of a JDBC URL.
   */
  static Dataset<Plant> sql(String url, String query) {
    return Tables.sql(url, query, COLUMNS, PlantData::read);
  }

  /**
   * The rows of a query.
   */
  static Dataset<Plant> sql(DataSource source, String query) {
    return Tables.sql(source, query, COLUMNS, PlantData::read);
  }

  private static Plant read(CellReader cells) {
    return new Plant(
            cells.bytes(0),
            cells.numbers(1),
            cells.text(2),
            cells.constant(3, DEFECT_TEXTS),
            cells.numberOrNull(4),
            cells.flag(5, ""));
  }

  private static final class Codec implements ExampleCodec<Plant, PlantInput, PlantPrediction> {
    @Override
    public ExampleInfo info() {
      return INFO;
    }

    @Override
    public void encode(Plant example, RowWriter row) {
      encodeInput(PlantInput.of(example), row);
      if (example.defect() != null) {
        row.label(0, example.defect().ordinal());
      }
      if (example.load() != null) {
        row.label(1, example.load());
      }
      row.label(2, example.stopped());
    }

    @Override
    public void encodeInput(PlantInput input, RowWriter row) {
      row.picture(0, input.picture());
      row.numbers(1, input.sensors());
      row.text(2, input.machine());
    }

    @Override
    public PlantPrediction decode(PredictionReader row) {
      return new PlantPrediction(
              row.has(0) ? ClassPrediction.of(DEFECT_CLASSES, row.numbers(0, 0)) : null,
              row.has(1) ? row.number(1, 0) : null,
              row.has(2) ? row.number(2, 0) : null);
    }
  }
}
