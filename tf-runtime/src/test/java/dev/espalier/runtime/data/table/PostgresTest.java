package dev.espalier.runtime.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.Dataset;
import dev.espalier.runtime.model.CellReader;
import dev.espalier.runtime.model.CellType;
import dev.espalier.runtime.model.ColumnBinding;
import dev.espalier.runtime.model.EnumTexts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Against a real PostgreSQL, which is unpacked and started here; skipped where none can start,
 * unless the environment variable {@code ESPALIER_POSTGRES} is set.
 */
class PostgresTest {
  private static final EnumTexts<Sex> SEXES = EnumTexts.of(Sex.values(), "female", "male");
  private static final int MANY = 20_000;
  private static EmbeddedPostgres postgres;

  private enum Sex {
    FEMALE,
    MALE
  }

  @BeforeAll
  static void start() throws SQLException {
    try {
      postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1)).start();
    } catch (IOException | RuntimeException e) {
      if (System.getenv("ESPALIER_POSTGRES") != null) {
        throw new IllegalStateException(
            "PostgreSQL has to start where ESPALIER_POSTGRES is set", e);
      }
      Assumptions.abort("PostgreSQL could not be started here: " + e);
    }
    execute(
        "create type sex as enum ('female', 'male')",
        "create table people (id int, age real, big bigint, money numeric(9, 2), rich boolean,"
            + " work text, tags text[], scores float8[], sex sex, picture bytea)",
        "insert into people values (0, 30.5, 9007199254740993, 12.25, true, ' Private ',"
            + " '{a,b}', '{1.5,null}', 'male', '\\x01ff')",
        "insert into people (id) values (1)",
        "create table many as select i, i * 0.5 as half from generate_series(0, "
            + (MANY - 1)
            + ") as i");
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static <V> List<V> column(String name, CellType type, Function<CellReader, V> method) {
    List<V> values = new ArrayList<>();
    Tables.sql(
            postgres.getPostgresDatabase(),
            "select * from people order by id",
            List.of(ColumnBinding.named(name, name, type)),
            cells -> Arrays.asList(method.apply(cells)))
        .read(each -> values.add(each.get(0)));
    return values;
  }

  @Test
  void readsEveryType() {
    assertThat(column("age", CellType.FLOAT, c -> c.number(0))).containsExactly(30.5f, Float.NaN);
    assertThat(column("money", CellType.DOUBLE, c -> c.decimalOrNull(0)))
        .containsExactly(12.25, null);
    assertThat(column("id", CellType.INT, c -> c.integer(0))).containsExactly(0, 1);
    assertThat(column("big", CellType.LONG, c -> c.wholeOrNull(0)))
        .containsExactly(9007199254740993L, null);
    assertThat(column("rich", CellType.BOOLEAN, c -> c.flagOrNull(0, "")))
        .containsExactly(true, null);
    assertThat(column("work", CellType.TEXT, c -> c.text(0))).containsExactly("Private", null);
    assertThat(column("tags", CellType.TEXTS, c -> c.texts(0)).get(0)).containsExactly("a", "b");
    assertThat(column("scores", CellType.FLOATS, c -> c.numbers(0)).get(0))
        .containsExactly(1.5f, Float.NaN);
    assertThat(column("sex", CellType.ENUM, c -> c.constant(0, SEXES)))
        .containsExactly(Sex.MALE, null);
    assertThat(column("picture", CellType.BYTES, c -> c.bytes(0)).get(0)).containsExactly(1, 255);
    assertThat(column("picture", CellType.BYTES, c -> c.bytes(0)).get(1)).isNull();
  }

  @Test
  void checksTypesBeforeAnyRow() {
    assertThatThrownBy(() -> column("work", CellType.FLOAT, c -> c.number(0)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "query: found column \"work\" of type text, expected numbers for \"work\" (float)");
    assertThatThrownBy(() -> column("tags", CellType.FLOATS, c -> c.numbers(0)))
        .hasMessage(
            "query: found column \"tags\" of type _text, expected lists of numbers for \"tags\""
                + " (float[])");
    assertThatThrownBy(() -> column("picture", CellType.TEXT, c -> c.text(0)))
        .hasMessageContaining("of type bytea, expected texts");
  }

  private static Dataset<Integer> many() {
    return Tables.sql(
        postgres.getJdbcUrl("postgres", "postgres"),
        "select i, half from many order by i",
        List.of(ColumnBinding.named("i", "i", CellType.INT)),
        cells -> cells.integer(0));
  }

  @Test
  void readsByUrlAsOftenAsItIsAsked() {
    Dataset<Integer> data = many();
    assertThat(data.toList()).hasSize(MANY).isSorted();
    assertThat(data.toList()).hasSize(MANY).startsWith(0, 1, 2).endsWith(MANY - 1);
  }

  /** The server ends the connection while rows are read: what was fetched before is not lost. */
  @Test
  void saysAtWhichRowAConnectionDied() {
    List<Integer> read = new ArrayList<>();
    assertThatThrownBy(
            () ->
                many()
                    .read(
                        row -> {
                          read.add(row);
                          if (row == 1500) {
                            endOthers();
                          }
                        }))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("query, row " + 2000 + ": could not be read: ")
        .hasCauseInstanceOf(SQLException.class);
    assertThat(read).hasSize(2000).endsWith(1999);
  }

  private static void endOthers() {
    try {
      execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where pid <> pg_backend_pid() and query like 'select i, half%'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
