package shop;

import dev.espalier.dsl.Missing;
import dev.espalier.dsl.Normalize;
import dev.espalier.dsl.Pooling;
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
import dev.espalier.runtime.serve.LabelsPrediction;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.annotation.processing.Generated;
import javax.sql.DataSource;

/**
 * Where examples of {@code Shop} come from.
 */
@Generated("dev.espalier.processor.EspalierProcessor")
public final class ShopData {
  private static final ExampleInfo INFO = new ExampleInfo(
      "Shop",
      "c5cb2a38dadec6c8",
      List.of(
          new ExampleInfo.Feature("sizes", new ExampleInfo.Encoding.Number(3, Normalize.STANDARDIZE,
              Missing.MEAN, 0, true, 0)),
          new ExampleInfo.Feature("price", new ExampleInfo.Encoding.Number(1, Normalize.STANDARDIZE,
              Missing.CONSTANT, 0.5f, false, 4)),
          new ExampleInfo.Feature("inStock", new ExampleInfo.Encoding.Number(1,
              Normalize.STANDARDIZE, Missing.MEAN, 0, false, 0)),
          new ExampleInfo.Feature("colour", new ExampleInfo.Encoding.Category("colour")),
          new ExampleInfo.Feature("shelf", new ExampleInfo.Encoding.Category("shelf")).asIds(),
          new ExampleInfo.Feature("neighbours", new ExampleInfo.Encoding.Bag("shelf",
              Pooling.TOTAL)).asIds(),
          new ExampleInfo.Feature("name", new ExampleInfo.Encoding.Category("name")),
          new ExampleInfo.Feature("offered", new ExampleInfo.Encoding.Bag("offered",
              Pooling.AVERAGE)),
          new ExampleInfo.Feature("words", new ExampleInfo.Encoding.Bag("words", Pooling.AVERAGE))),
      List.of(
          new ExampleInfo.Table("colour", new ExampleInfo.Rows.Constants(List.of("RED", "GREEN",
              "BLUE")), 4, Unknown.ROW_ZERO),
          new ExampleInfo.Table("shelf", new ExampleInfo.Rows.Ids(20), 8, Unknown.ROW_ZERO),
          new ExampleInfo.Table("name", new ExampleInfo.Rows.Hashed(16), 8, Unknown.ROW_ZERO),
          new ExampleInfo.Table("offered", new ExampleInfo.Rows.Constants(List.of("RED", "GREEN",
              "BLUE")), 8, Unknown.ROW_ZERO),
          new ExampleInfo.Table("words", new ExampleInfo.Rows.Learnt(50), 8, Unknown.REFUSED)),
      List.of(
          new ExampleInfo.Task("click", new ExampleInfo.Kind.Binary(), 1),
          new ExampleInfo.Task("buy", new ExampleInfo.Kind.Binary(), 1),
          new ExampleInfo.Task("next", new ExampleInfo.Kind.MultiClass(List.of("RED", "GREEN",
              "BLUE")), 0.5),
          new ExampleInfo.Task("rating", new ExampleInfo.Kind.MultiClass(List.of("0", "1", "2")),
              1),
          new ExampleInfo.Task("paid", new ExampleInfo.Kind.Regression(1, true), 1),
          new ExampleInfo.Task("delays", new ExampleInfo.Kind.Regression(2, false), 1),
          new ExampleInfo.Task("flags", new ExampleInfo.Kind.MultiLabel(List.of("0", "1")), 1),
          new ExampleInfo.Task("bought", new ExampleInfo.Kind.MultiLabel(List.of("RED", "GREEN",
              "BLUE")), 1)));

  private static final ExampleCodec<Shop, ShopInput, ShopPrediction> CODEC = new Codec();

  private static final List<ColumnBinding> COLUMNS = List.of(
      ColumnBinding.named("sizes", "sizes", CellType.FLOATS),
      ColumnBinding.named("price", "Price in Euro", CellType.DOUBLE),
      ColumnBinding.named("inStock", "inStock", CellType.BOOLEAN),
      ColumnBinding.named("colour", "colour", CellType.ENUM),
      ColumnBinding.named("shelf", "shelf", CellType.INT),
      ColumnBinding.named("neighbours", "neighbours", CellType.INTS),
      ColumnBinding.named("name", "name", CellType.TEXT),
      ColumnBinding.named("offered", "offered", CellType.ENUMS),
      ColumnBinding.named("words", "words", CellType.TEXTS),
      ColumnBinding.named("weight", "weight", CellType.DOUBLE),
      ColumnBinding.named("click", "click", CellType.BOOLEAN),
      ColumnBinding.named("buy", "buy", CellType.BOOLEAN),
      ColumnBinding.named("next", "next", CellType.ENUM),
      ColumnBinding.named("rating", "rating", CellType.INT),
      ColumnBinding.named("paid", "paid", CellType.FLOAT),
      ColumnBinding.named("delays", "delays", CellType.FLOATS),
      ColumnBinding.named("flags", "flags", CellType.BOOLEANS),
      ColumnBinding.named("bought", "bought", CellType.ENUMS));

  private static final EnumTexts<Shop.Colour> COLOUR_TEXTS = EnumTexts.of(
      Shop.Colour.values(),
      "RED",
      "light green",
      "BLUE");

  private static final List<Shop.Colour> NEXT_CLASSES = List.of(Shop.Colour.values());

  private static final List<Integer> RATING_CLASSES = IntStream.range(0, 3).boxed().toList();

  private static final List<Shop.Colour> BOUGHT_CLASSES = List.of(Shop.Colour.values());

  private ShopData() {
  }

  /**
   * How examples become columns, and outputs predictions.
   */
  public static ExampleCodec<Shop, ShopInput, ShopPrediction> codec() {
    return CODEC;
  }

  /**
   * These examples.
   */
  public static Dataset<Shop> of(Shop... examples) {
    return Dataset.of(List.of(examples));
  }

  /**
   * Examples that are walked over once or several times.
   */
  public static Dataset<Shop> of(Iterable<Shop> examples) {
    return Dataset.of(examples);
  }

  /**
   * The rows of a CSV file, also of a {@code .gz}.
   */
  public static Dataset<Shop> csv(Path file) {
    return csv(file, CsvFormat.standard());
  }

  /**
   * The rows of a file in a format of its own.
   */
  public static Dataset<Shop> csv(Path file, CsvFormat format) {
    return Tables.csv(file, format, COLUMNS, ShopData::read);
  }

  /**
   * The objects of a file of JSON lines, also of a {@code .gz}.
   *
   * @param lacking components that no object has a key for
   */
  public static Dataset<Shop> jsonLines(Path file, String... lacking) {
    return Tables.jsonLines(file, Set.of(lacking), COLUMNS, ShopData::read);
  }

  /**
   * The rows of a Parquet file, or of those in a folder.
   *
   * @param lacking components that the file has no column for
   */
  public static Dataset<Shop> parquet(Path file, String... lacking) {
    return Tables.parquet(file, Set.of(lacking), COLUMNS, ShopData::read);
  }

  /**
   * The rows of a query to DuckDB, which reads files by their names.
   */
  public static Dataset<Shop> sql(String query) {
    return Tables.sql(query, COLUMNS, ShopData::read);
  }

  /**
   * The rows of a query to the database of a JDBC URL.
   */
  public static Dataset<Shop> sql(String url, String query) {
    return Tables.sql(url, query, COLUMNS, ShopData::read);
  }

  /**
   * The rows of a query.
   */
  public static Dataset<Shop> sql(DataSource source, String query) {
    return Tables.sql(source, query, COLUMNS, ShopData::read);
  }

  private static Shop read(CellReader cells) {
    return new Shop(
            cells.numbers(0),
            cells.decimalOrNull(1),
            cells.flag(2, ""),
            cells.constant(3, COLOUR_TEXTS),
            cells.integer(4),
            cells.integers(5),
            cells.text(6),
            cells.constantSet(7, COLOUR_TEXTS),
            cells.textList(8),
            cells.decimal(9),
            null,
            cells.flag(10, "clicked"),
            cells.flagOrNull(11, ""),
            cells.constant(12, COLOUR_TEXTS),
            cells.integerOrNull(13),
            cells.numberOrNull(14),
            cells.numbers(15),
            cells.flags(16),
            cells.constantSet(17, COLOUR_TEXTS));
  }

  private static final class Codec implements ExampleCodec<Shop, ShopInput, ShopPrediction> {
    @Override
    public ExampleInfo info() {
      return INFO;
    }

    @Override
    public void encode(Shop example, RowWriter row) {
      encodeInput(ShopInput.of(example), row);
      row.label(0, example.click());
      if (example.buy() != null) {
        row.label(1, example.buy());
      }
      if (example.next() != null) {
        row.label(2, example.next().ordinal());
      }
      if (example.rating() != null) {
        row.label(3, example.rating());
      }
      if (example.paid() != null) {
        row.label(4, example.paid());
      }
      row.labels(5, example.delays());
      row.labels(6, example.flags());
      row.labels(7, example.bought());
      row.rowWeight((float) example.weight());
    }

    @Override
    public void encodeInput(ShopInput input, RowWriter row) {
      row.numbers(0, input.sizes());
      if (input.price() != null) {
        row.number(1, input.price().floatValue());
      }
      row.number(2, input.inStock() ? 1 : 0);
      if (input.colour() != null) {
        row.constant(3, input.colour().ordinal());
      }
      row.id(4, input.shelf());
      row.ids(5, input.neighbours());
      row.text(6, input.name());
      row.constants(7, input.offered());
      row.texts(8, input.words());
    }

    @Override
    public ShopPrediction decode(PredictionReader row) {
      return new ShopPrediction(
              row.has(0) ? row.number(0, 0) : null,
              row.has(1) ? row.number(1, 0) : null,
              row.has(1) ? row.number(1, 1) : null,
              row.has(2) ? ClassPrediction.of(NEXT_CLASSES, row.numbers(2, 0)) : null,
              row.has(3) ? ClassPrediction.of(RATING_CLASSES, row.numbers(3, 0)) : null,
              row.has(4) ? row.number(4, 0) : null,
              row.has(5) ? row.numbers(5, 0) : null,
              row.has(6) ? row.numbers(6, 0) : null,
              row.has(7) ? LabelsPrediction.of(BOUGHT_CLASSES, row.numbers(7, 0)) : null);
    }
  }
}
