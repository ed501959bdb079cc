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
 * Where examples of {@code Telemetry} come from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
final class PlantTelemetryData {
  private static final ExampleInfo INFO = new ExampleInfo(
      "Telemetry",
      "d10966cad3e99bfb",
      List.of(
          new ExampleInfo.Feature("temperature", new ExampleInfo.Encoding.Number(1,
              Normalize.STANDARDIZE, Missing.MEAN, 0, false, 0)),
          new ExampleInfo.Feature("speed", new ExampleInfo.Encoding.Number(1, Normalize.STANDARDIZE,
              Missing.MEAN, 0, false, 0)),
          new ExampleInfo.Feature("größe", new ExampleInfo.Encoding.Category("größe")).asIds()),
      List.of(
          new ExampleInfo.Table("größe", new ExampleInfo.Rows.Learnt(0), 8, Unknown.ROW_ZERO)),
      List.of(
          new ExampleInfo.Task("fault", new ExampleInfo.Kind.Binary(), 1)));

  private static final ExampleCodec<Plant.Telemetry, PlantTelemetryInput, PlantTelemetryPrediction> CODEC = new Codec();

  private static final List<ColumnBinding> COLUMNS = List.of(
      ColumnBinding.named("temperature", "temperature", CellType.FLOAT),
      ColumnBinding.named("speed", "speed", CellType.LONG),
      ColumnBinding.named("größe", "größe", CellType.INT),
      ColumnBinding.named("fault", "fault", CellType.BOOLEAN));

  private PlantTelemetryData() {
  }

  /**
   * How examples become columns, and outputs predictions.
   */
  static ExampleCodec<Plant.Telemetry, PlantTelemetryInput, PlantTelemetryPrediction> codec() {
    return CODEC;
  }

  /**
   * These examples.
   */
  static Dataset<Plant.Telemetry> of(Plant.Telemetry... examples) {
    return Dataset.of(List.of(examples));
  }

  /**
   * Examples that are walked over once or several times.
   */
  static Dataset<Plant.Telemetry> of(Iterable<Plant.Telemetry> examples) {
    return Dataset.of(examples);
  }

  /**
   * The rows of a CSV file, also of a {@code .gz}.
   */
  static Dataset<Plant.Telemetry> csv(Path file) {
    return csv(file, CsvFormat.standard());
  }

  /**
   * The rows of a file in a format of its own.
   */
  static Dataset<Plant.Telemetry> csv(Path file, CsvFormat format) {
    return Tables.csv(file, format, COLUMNS, PlantTelemetryData::read);
  }

  /**
   * The objects of a file of JSON lines, also of a {@code .gz}.
   *
   * @param lacking components that no object has a key for
   */
  static Dataset<Plant.Telemetry> jsonLines(Path file, String... lacking) {
    return Tables.jsonLines(file, Set.of(lacking), COLUMNS, PlantTelemetryData::read);
  }

  /**
   * The rows of a Parquet file, or of those in a folder.
   *
   * @param lacking components that the file has no column for
   */
  static Dataset<Plant.Telemetry> parquet(Path file, String... lacking) {
    return Tables.parquet(file, Set.of(lacking), COLUMNS, PlantTelemetryData::read);
  }

  /**
   * The rows of a query to DuckDB, which reads files by their names.
   */
  static Dataset<Plant.Telemetry> sql(String query) {
    return Tables.sql(query, COLUMNS, PlantTelemetryData::read);
  }

  /**
   * The rows of a query to the database of a JDBC URL.
   */
  static Dataset<Plant.Telemetry> sql(String url, String query) {
    return Tables.sql(url, query, COLUMNS, PlantTelemetryData::read);
  }

  /**
   * The rows of a query.
   */
  static Dataset<Plant.Telemetry> sql(DataSource source, String query) {
    return Tables.sql(source, query, COLUMNS, PlantTelemetryData::read);
  }

  private static Plant.Telemetry read(CellReader cells) {
    return new Plant.Telemetry(
            cells.whole(1),
            cells.integer(2),
            cells.flag(3, ""),
            cells.number(0));
  }

  private static final class Codec implements ExampleCodec<Plant.Telemetry, PlantTelemetryInput, PlantTelemetryPrediction> {
    @Override
    public ExampleInfo info() {
      return INFO;
    }

    @Override
    public void encode(Plant.Telemetry example, RowWriter row) {
      encodeInput(PlantTelemetryInput.of(example), row);
      row.label(0, example.isFault());
    }

    @Override
    public void encodeInput(PlantTelemetryInput input, RowWriter row) {
      row.number(0, input.temperature());
      row.number(1, input.speed());
      row.id(2, input.größe());
    }

    @Override
    public PlantTelemetryPrediction decode(PredictionReader row) {
      return new PlantTelemetryPrediction(
              row.number(0, 0));
    }
  }
}
