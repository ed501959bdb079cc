package dev.espalier.runtime.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.CellReader;
import dev.espalier.runtime.model.CellType;
import dev.espalier.runtime.model.ColumnBinding;
import dev.espalier.runtime.model.EnumTexts;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetDatasetTest {
  @TempDir private Path folder;

  private enum Sex {
    FEMALE,
    MALE
  }

  private static final EnumTexts<Sex> SEXES = EnumTexts.of(Sex.values(), "female", "male");

  private static final String PEOPLE =
      """
      select * from (values
        (30.5::double, 3::smallint, 9007199254740993::bigint, 12.25::decimal(9, 2), true, ' Private ',
         [1.5::float, null], [7, 8], ['a', 'b'], 'male'::enum('female', 'male'), '\\x01\\xFF'::blob, date '2020-01-31'),
        (null, null, null, null, null, null, null, null, null, null, null, null))
        as people (age, small, big, money, rich, "work class", scores, ids, tags, sex, picture, day)
      """;

  private Path people() throws SQLException {
    return DuckDb.parquet(folder.resolve("people.parquet"), PEOPLE);
  }

  private <V> List<V> column(String name, CellType type, Function<CellReader, V> method)
      throws SQLException {
    List<V> values = new ArrayList<>();
    Tables.parquet(
            people(),
            Set.of(),
            List.of(ColumnBinding.named(name, name, type)),
            cells -> Arrays.asList(method.apply(cells)))
        .read(each -> values.add(each.get(0)));
    return values;
  }

  @Test
  void readsEveryType() throws SQLException {
    assertThat(column("age", CellType.FLOAT, c -> c.number(0))).containsExactly(30.5f, Float.NaN);
    assertThat(column("money", CellType.DOUBLE, c -> c.decimalOrNull(0)))
        .containsExactly(12.25, null);
    assertThat(column("small", CellType.INT, c -> c.integerOrNull(0))).containsExactly(3, null);
    assertThat(column("big", CellType.LONG, c -> c.wholeOrNull(0)))
        .containsExactly(9007199254740993L, null);
    assertThat(column("rich", CellType.BOOLEAN, c -> c.flagOrNull(0, "50+")))
        .containsExactly(true, null);
    assertThat(column("workClass", CellType.TEXT, c -> c.text(0))).containsExactly("Private", null);
    assertThat(column("scores", CellType.FLOATS, c -> c.numbers(0)).get(0))
        .containsExactly(1.5f, Float.NaN);
    assertThat(column("ids", CellType.INTS, c -> c.integers(0)).get(0)).containsExactly(7, 8);
    assertThat(column("ids", CellType.FLOATS, c -> c.numbers(0)).get(0)).containsExactly(7f, 8f);
    assertThat(column("tags", CellType.TEXTS, c -> c.texts(0)).get(0)).containsExactly("a", "b");
    assertThat(column("tags", CellType.TEXTS, c -> c.texts(0)).get(1)).isNull();
    assertThat(column("sex", CellType.ENUM, c -> c.constant(0, SEXES)))
        .containsExactly(Sex.MALE, null);
    assertThat(column("picture", CellType.BYTES, c -> c.bytes(0)).get(0)).containsExactly(1, 255);
    assertThat(column("day", CellType.TEXT, c -> c.text(0))).containsExactly("2020-01-31", null);
  }

  /** All misfits at once, and no row is read. */
  @Test
  void checksTypesBeforeAnyRow() throws SQLException {
    List<ColumnBinding> columns =
        List.of(
            ColumnBinding.named("age", "work class", CellType.FLOAT),
            ColumnBinding.named("rich", "rich", CellType.BOOLEAN),
            ColumnBinding.named("tags", "tags", CellType.INTS),
            ColumnBinding.named("big", "scores", CellType.LONG));
    Dataset<Object> data =
        Tables.parquet(
            people(),
            Set.of(),
            columns,
            cells -> {
              throw new IllegalStateException("a row was read");
            });
    assertThatThrownBy(() -> data.read(each -> {}))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "people.parquet: found column \"work class\" of type VARCHAR, expected numbers for"
                + " \"age\" (float); found column \"tags\" of type VARCHAR[], expected lists of"
                + " whole numbers for \"tags\" (int[]); found column \"scores\" of type FLOAT[],"
                + " expected whole numbers for \"big\" (long)");
  }

  @Test
  void saysWhereAValueIsWrong() throws SQLException {
    assertThatThrownBy(() -> column("age", CellType.INT, c -> c.integer(0)))
        .hasMessage(
            "people.parquet, row 0, column \"age\": found \"30.5\", expected a whole number");
    assertThatThrownBy(() -> column("small", CellType.INT, c -> c.integer(0)))
        .hasMessage(
            "people.parquet, row 1, column \"small\": found NULL, expected a whole number; where it"
                + " may be missing, declare small as Integer");
    assertThatThrownBy(() -> column("nobody", CellType.INT, c -> c.integer(0)))
        .hasMessageStartingWith("people.parquet: found no column \"nobody\"; there are \"age\", ");
  }

  @Test
  void readsFoldersAndPositionsAndWhatIsLacking() throws SQLException, IOException {
    Path parts = Files.createDirectory(folder.resolve("it's parts"));
    DuckDb.parquet(folder.resolve("b.parquet"), "select 3 as a, 'x' as b");
    Files.move(folder.resolve("b.parquet"), parts.resolve("b.parquet"));
    DuckDb.parquet(folder.resolve("a.parquet"), "select 1 as a, 'y' as b union all select 2, 'z'");
    Files.move(folder.resolve("a.parquet"), parts.resolve("a.parquet"));
    List<String> read = new ArrayList<>();
    Tables.parquet(
            parts,
            Set.of("c"),
            List.of(
                ColumnBinding.at("second", 1, CellType.TEXT),
                ColumnBinding.named("a", "a", CellType.INT),
                ColumnBinding.named("c", "c", CellType.FLOAT)),
            c -> c.text(0) + c.integer(1) + c.numberOrNull(2))
        .read(read::add);
    assertThat(read).containsExactly("y1null", "z2null", "x3null");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Dataset<Integer> none = Tables.parquet(empty, Set.of(), List.of(), c -> 1);
    assertThatThrownBy(() -> none.read(each -> {}))
        .hasMessage("empty: found a folder without any *.parquet, expected one at least");
    Dataset<Integer> missing =
        Tables.parquet(folder.resolve("no.parquet"), Set.of(), List.of(), c -> 1);
    assertThatThrownBy(() -> missing.read(each -> {}))
        .hasMessageStartingWith("no.parquet: found no file at ");
    Path text = Files.writeString(folder.resolve("text.parquet"), "a,b\n1,2\n");
    Dataset<Integer> damaged = Tables.parquet(text, Set.of(), List.of(), c -> 1);
    assertThatThrownBy(() -> damaged.read(each -> {}))
        .hasMessageStartingWith("text.parquet: could not be read: ");
  }

  /** Few texts come as codes, many as they are; what is read is the same. */
  @Test
  void readsColumnsOfFewAndOfManyTexts() throws SQLException {
    Path file =
        DuckDb.parquet(
            folder.resolve("texts.parquet"),
            "select case when i % 7 = 0 then null when i % 7 = 1 then '  ' else 'few ' || i % 5 ||"
                + " ' ' end as few, 'many ' || i as many, null::varchar as none from range(70000)"
                + " as t(i)");
    List<String> read = new ArrayList<>();
    Tables.parquet(
            file,
            Set.of(),
            List.of(
                ColumnBinding.named("many", "many", CellType.TEXT),
                ColumnBinding.named("few", "few", CellType.TEXT),
                ColumnBinding.named("none", "none", CellType.TEXT)),
            c -> c.text(0) + ", " + c.text(1) + ", " + c.text(2))
        .read(read::add);
    assertThat(read).hasSize(70_000);
    for (int i = 0; i < read.size(); i++) {
      String few = i % 7 < 2 ? "null" : "few " + i % 5;
      assertThat(read.get(i)).isEqualTo("many " + i + ", " + few + ", null");
    }
  }

  @Test
  void queriesFilesWithoutADatabase() throws SQLException {
    Path file = people();
    List<String> read = new ArrayList<>();
    Tables.sql(
            "select \"work class\", ids from '" + file + "' where age > 30",
            List.of(
                ColumnBinding.named("workClass", "workClass", CellType.TEXT),
                ColumnBinding.named("ids", "ids", CellType.LONGS)),
            c -> c.text(0) + Arrays.toString(c.wholes(1)))
        .read(read::add);
    assertThat(read).containsExactly("Private[7, 8]");
  }

  @Test
  void saysWhichDriverIsMissing() {
    Dataset<Integer> data =
        Tables.sql("jdbc:mysql://localhost/shop", "select 1", List.of(), c -> 1);
    assertThatThrownBy(() -> data.read(each -> {}))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "query: found no driver for jdbc:mysql://localhost/shop on the class path, expected"
                + " one; add com.mysql:mysql-connector-j to the dependencies of your build");
  }

  /** Classes of the runtime as they are where nobody added DuckDB. */
  @Test
  void saysThatDuckDbIsMissing() throws Exception {
    Path file = people();
    try (URLClassLoader without = new URLClassLoader(withoutDuckDb(), parentOfAll())) {
      Class<?> reading = without.loadClass(Reading.class.getName());
      assertThatThrownBy(() -> reading.getMethod("read", Path.class).invoke(null, file))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessage(
              "people.parquet: found no driver for jdbc:duckdb: on the class path, expected one;"
                  + " add org.duckdb:duckdb_jdbc to the dependencies of your build");
    }
  }

  /** What is called in another class loader. */
  public static final class Reading {
    private Reading() {}

    /** Reads a file of Parquet. */
    public static void read(Path file) {
      Tables.parquet(file, Set.of(), List.of(), cells -> 1).read(each -> {});
    }
  }

  private static ClassLoader parentOfAll() {
    return ClassLoader.getPlatformClassLoader();
  }

  private static URL[] withoutDuckDb() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(each -> !each.contains("duckdb"))
        .map(ParquetDatasetTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
