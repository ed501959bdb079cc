package census;

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
 * Where examples of {@code Census} come from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class CensusData {
  private static final ExampleInfo INFO = new ExampleInfo(
      "Census",
      "c5ae502b77eccce5",
      List.of(
          new ExampleInfo.Feature("age", new ExampleInfo.Encoding.Number(1, Normalize.STANDARDIZE,
              Missing.MEAN, 0, false, 0)),
          new ExampleInfo.Feature("wagePerHour", new ExampleInfo.Encoding.Number(1,
              Normalize.STANDARDIZE, Missing.MEDIAN, 0, true, 0)),
          new ExampleInfo.Feature("capitalGains", new ExampleInfo.Encoding.Number(1,
              Normalize.STANDARDIZE, Missing.MEAN, 0, false, 4)),
          new ExampleInfo.Feature("capitalLosses", new ExampleInfo.Encoding.Number(1,
              Normalize.STANDARDIZE, Missing.MEAN, 0, false, 4)),
          new ExampleInfo.Feature("weeksWorked", new ExampleInfo.Encoding.Number(1,
              Normalize.STANDARDIZE, Missing.MEAN, 0, false, 0)),
          new ExampleInfo.Feature("workClass", new ExampleInfo.Encoding.Category("workClass")),
          new ExampleInfo.Feature("education", new ExampleInfo.Encoding.Category("education")),
          new ExampleInfo.Feature("occupation", new ExampleInfo.Encoding.Category("occupation")),
          new ExampleInfo.Feature("sex", new ExampleInfo.Encoding.Category("sex")),
          new ExampleInfo.Feature("birthCountry",
              new ExampleInfo.Encoding.Category("birthCountry"))),
      List.of(
          new ExampleInfo.Table("workClass", new ExampleInfo.Rows.Learnt(0), 8, Unknown.ROW_ZERO),
          new ExampleInfo.Table("education", new ExampleInfo.Rows.Learnt(0), 8, Unknown.ROW_ZERO),
          new ExampleInfo.Table("occupation", new ExampleInfo.Rows.Learnt(0), 8, Unknown.ROW_ZERO),
          new ExampleInfo.Table("sex", new ExampleInfo.Rows.Constants(List.of("FEMALE", "MALE")), 2,
              Unknown.ROW_ZERO),
          new ExampleInfo.Table("birthCountry", new ExampleInfo.Rows.Hashed(64), 8,
              Unknown.ROW_ZERO)),
      List.of(
          new ExampleInfo.Task("highIncome", new ExampleInfo.Kind.Binary(), 1),
          new ExampleInfo.Task("maritalStatus",
              new ExampleInfo.Kind.MultiClass(List.of("NEVER_MARRIED", "DIVORCED", "SEPARATED",
              "WIDOWED", "MARRIED", "APART", "SOLDIERS_SPOUSE")), 0.5)));

  private static final ExampleCodec<Census, CensusInput, CensusPrediction> CODEC = new Codec();

  private static final List<ColumnBinding> COLUMNS = List.of(
      ColumnBinding.at("age", 0, CellType.FLOAT),
      ColumnBinding.at("wagePerHour", 5, CellType.FLOAT),
      ColumnBinding.at("capitalGains", 16, CellType.FLOAT),
      ColumnBinding.at("capitalLosses", 17, CellType.FLOAT),
      ColumnBinding.at("weeksWorked", 39, CellType.FLOAT),
      ColumnBinding.at("workClass", 1, CellType.TEXT),
      ColumnBinding.at("education", 4, CellType.TEXT),
      ColumnBinding.at("occupation", 9, CellType.TEXT),
      ColumnBinding.at("sex", 12, CellType.ENUM),
      ColumnBinding.at("birthCountry", 34, CellType.TEXT),
      ColumnBinding.at("instanceWeight", 24, CellType.FLOAT),
      ColumnBinding.at("highIncome", 41, CellType.BOOLEAN),
      ColumnBinding.at("maritalStatus", 7, CellType.ENUM));

  private static final EnumTexts<Census.Sex> SEX_TEXTS = EnumTexts.of(
      Census.Sex.values(),
      "FEMALE",
      "MALE");

  private static final EnumTexts<Census.MaritalStatus> MARITAL_STATUS_TEXTS = EnumTexts.of(
      Census.MaritalStatus.values(),
      "NEVER_MARRIED",
      "DIVORCED",
      "SEPARATED",
      "WIDOWED",
      "Married-civilian spouse present",
      "Married-spouse absent",
      "Married-A F spouse present");

  private static final List<Census.MaritalStatus> MARITAL_STATUS_CLASSES = List.of(Census.MaritalStatus.values());

  private CensusData() {
  }

  /**
   * How examples become columns, and outputs predictions.
   */
  public static ExampleCodec<Census, CensusInput, CensusPrediction> codec() {
    return CODEC;
  }

  /**
   * These examples.
   */
  public static Dataset<Census> of(Census... examples) {
    return Dataset.of(List.of(examples));
  }

  /**
   * Examples that are walked over once or several times.
   */
  public static Dataset<Census> of(Iterable<Census> examples) {
    return Dataset.of(examples);
  }

  /**
   * The rows of a CSV file, also of a {@code .gz}.
   */
  public static Dataset<Census> csv(Path file) {
    return csv(file, CsvFormat.standard());
  }

  /**
   * The rows of a file in a format of its own.
   */
  public static Dataset<Census> csv(Path file, CsvFormat format) {
    return Tables.csv(file, format, COLUMNS, CensusData::read);
  }

  /**
   * The objects of a file of JSON lines, also of a {@code .gz}.
   *
   * @param lacking components that no object has a key for
   */
  public static Dataset<Census> jsonLines(Path file, String... lacking) {
    return Tables.jsonLines(file, Set.of(lacking), COLUMNS, CensusData::read);
  }

  /**
   * The rows of a Parquet file, or of those in a folder.
   *
   * @param lacking components that the file has no column for
   */
  public static Dataset<Census> parquet(Path file, String... lacking) {
    return Tables.parquet(file, Set.of(lacking), COLUMNS, CensusData::read);
  }

  /**
   * The rows of a query to DuckDB, which reads files by their names.
   */
  public static Dataset<Census> sql(String query) {
    return Tables.sql(query, COLUMNS, CensusData::read);
  }

  /**
   * The rows of a query to the database of a JDBC URL.
   */
  public static Dataset<Census> sql(String url, String query) {
    return Tables.sql(url, query, COLUMNS, CensusData::read);
  }

  /**
   * The rows of a query.
   */
  public static Dataset<Census> sql(DataSource source, String query) {
    return Tables.sql(source, query, COLUMNS, CensusData::read);
  }

  private static Census read(CellReader cells) {
    return new Census(
            cells.number(0),
            cells.numberOrNull(1),
            cells.number(2),
            cells.number(3),
            cells.number(4),
            cells.text(5),
            cells.text(6),
            cells.text(7),
            cells.constant(8, SEX_TEXTS),
            cells.text(9),
            cells.number(10),
            cells.flag(11, "50000+."),
            cells.constant(12, MARITAL_STATUS_TEXTS));
  }

  private static final class Codec implements ExampleCodec<Census, CensusInput, CensusPrediction> {
    @Override
    public ExampleInfo info() {
      return INFO;
    }

    @Override
    public void encode(Census example, RowWriter row) {
      encodeInput(CensusInput.of(example), row);
      row.label(0, example.highIncome());
      if (example.maritalStatus() != null) {
        row.label(1, example.maritalStatus().ordinal());
      }
      row.rowWeight(example.instanceWeight());
    }

    @Override
    public void encodeInput(CensusInput input, RowWriter row) {
      row.number(0, input.age());
      if (input.wagePerHour() != null) {
        row.number(1, input.wagePerHour());
      }
      row.number(2, input.capitalGains());
      row.number(3, input.capitalLosses());
      row.number(4, input.weeksWorked());
      row.text(5, input.workClass());
      row.text(6, input.education());
      row.text(7, input.occupation());
      if (input.sex() != null) {
        row.constant(8, input.sex().ordinal());
      }
      row.text(9, input.birthCountry());
    }

    @Override
    public CensusPrediction decode(PredictionReader row) {
      return new CensusPrediction(
              row.number(0, 0),
              ClassPrediction.of(MARITAL_STATUS_CLASSES, row.numbers(1, 0)));
    }
  }
}
